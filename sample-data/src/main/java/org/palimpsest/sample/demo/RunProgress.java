package org.palimpsest.sample.demo;

import java.util.Map;
import org.palimpsest.engine.event.RunEvent;

/** How far one run of the demonstration has come, in words and as a share. */
final class RunProgress {
    private static final int WIDTH = 24;

    private final String name;
    private long totalSteps = 1;
    private long step;
    private String doing = "waiting";
    private boolean ended;

    RunProgress(String name) {
        this.name = name;
    }

    synchronized void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            totalSteps = Math.max(1, started.totalSteps());
            doing = "starting";
        } else if (event instanceof RunEvent.StepDone done) {
            step = done.step();
            doing = "step %d of %d  %s".formatted(step, totalSteps, terms(done.terms()));
        } else if (event instanceof RunEvent.Progress progress) {
            doing = progress.task();
        } else if (event instanceof RunEvent.AttackStarted attack) {
            doing = "attack: " + attack.attack();
        } else if (event instanceof RunEvent.Finished) {
            doing = "done";
            ended = true;
        } else if (event instanceof RunEvent.Failed failed) {
            doing = failed.message();
            ended = true;
        }
    }

    private static String terms(Map<String, Double> terms) {
        StringBuilder words = new StringBuilder();
        for (String name : new String[] {"loss", "forget", "retain"}) {
            if (terms.containsKey(name)) {
                words.append("%s %.3f  ".formatted(name, terms.get(name)));
            }
        }
        return words.toString().strip();
    }

    /** Steps are four fifths of a run, what follows the rest. */
    synchronized double share() {
        double stepping = 0.8 * step / totalSteps;
        return ended ? 1 : stepping;
    }

    synchronized String line() {
        int filled = (int) Math.round(WIDTH * share());
        return "%-9s [%s%s] %s".formatted(name, "#".repeat(filled), ".".repeat(WIDTH - filled), doing);
    }
}
