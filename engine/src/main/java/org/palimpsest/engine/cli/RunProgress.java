package org.palimpsest.engine.cli;

import java.util.Locale;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** Tells a person on standard error what a run does, from its events. */
final class RunProgress implements Consumer<RunEvent> {
    private final ProgressLine line;
    private long totalSteps;

    RunProgress(ProgressLine line) {
        this.line = line;
    }

    /** The number of steps the run will have; a resumed run does not say it again. */
    void expect(long steps) {
        totalSteps = steps;
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            totalSteps = started.totalSteps();
            line.say("%s: %s, %d steps".formatted(started.name(), started.method(), started.totalSteps()));
        } else if (event instanceof RunEvent.Resumed) {
            line.say("going on behind step " + event.step());
        } else if (event instanceof RunEvent.StepDone done) {
            String loss = String.format(Locale.ROOT, "loss %.4g", done.terms().getOrDefault("loss", Double.NaN));
            line.report("step", done.step(), Math.max(totalSteps, done.step()), loss);
        } else if (event instanceof RunEvent.Progress progress) {
            line.report(progress.task(), progress.done(), progress.total(), "");
        } else if (event instanceof RunEvent.AttackStarted attack) {
            line.say("attack %s on %s".formatted(attack.attack(), words(attack.subject())));
        } else if (event instanceof RunEvent.Warned warned) {
            line.say("warning: " + warned.message());
        } else {
            // Everything else is in the run's log, and its end is told by whoever drives the run.
            return;
        }
    }

    private static String words(Subject subject) {
        return switch (subject) {
            case UNLEARNED -> "the unlearned model";
            case TARGET -> "the target";
            case REFERENCE -> "the retained reference";
        };
    }
}
