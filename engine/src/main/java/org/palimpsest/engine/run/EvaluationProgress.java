package org.palimpsest.engine.run;

import org.palimpsest.engine.evaluate.Progress;
import org.palimpsest.engine.event.RunEvent;

/** Tells how far an evaluation is, about twenty times in its course, and lets a stop be asked for meanwhile. */
final class EvaluationProgress implements Progress {
    private static final int PARTS = 20;

    private final RunJournal journal;
    private final RunControl control;
    private final String task;
    private final long step;
    private int told = -1;

    EvaluationProgress(RunJournal journal, RunControl control, String task, long step) {
        this.journal = journal;
        this.control = control;
        this.task = task;
        this.step = step;
    }

    @Override
    public void report(int done, int total) {
        control.requireNoStop();
        int part = total == 0 ? PARTS : (int) ((long) PARTS * done / total);
        if (part > told) {
            told = part;
            journal.say((n, at) -> new RunEvent.Progress(n, at, step, task, done, total));
        }
    }
}
