package org.palimpsest.engine.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run in a line of a table.
 *
 * @param name what people call it; empty if it has not started
 * @param method id of its method; empty if it has not started
 * @param step steps finished
 * @param totalSteps steps the recipe asks for; 0 if it has not started
 * @param loss total loss of the last step; NaN before the first
 * @param scores the newest value of every metric, variant and model
 */
public record RunSummary(
        String name,
        String method,
        State state,
        long step,
        long totalSteps,
        double loss,
        List<RunEvent.Scored> scores) {

    /** How a run stands. */
    public enum State {
        RUNNING,
        PAUSED,
        /** Stopped on request; can be resumed. */
        STOPPED,
        /** Broke off with an error it wrote down; can be resumed. */
        FAILED,
        FINISHED,
        /** No ending in the log and no program at work on it: killed, or the machine went down. Can be resumed. */
        INTERRUPTED
    }

    public RunSummary {
        scores = List.copyOf(scores);
    }

    /** Reads the run in {@code folder} and looks whether a program is at work on it. */
    public static RunSummary of(RunFolder folder) {
        // The lock first: a run that ends in between is then seen with its ending.
        boolean held = RunLock.isHeld(folder);
        return of(RunReader.read(folder).events(), held);
    }

    /** The summary of events that count; {@code held} says whether a program is at work on the run. */
    public static RunSummary of(List<RunEvent> events, boolean held) {
        String name = "";
        String method = "";
        long totalSteps = 0;
        long step = 0;
        double loss = Double.NaN;
        State state = State.RUNNING;
        Map<List<Object>, RunEvent.Scored> scores = new LinkedHashMap<>();
        for (RunEvent event : events) {
            step = Math.max(step, event.step());
            if (event instanceof RunEvent.Started started) {
                name = started.name();
                method = started.method();
                totalSteps = started.totalSteps();
                state = State.RUNNING;
            } else if (event instanceof RunEvent.StepDone done) {
                loss = done.terms().getOrDefault("loss", Double.NaN);
            } else if (event instanceof RunEvent.Scored scored) {
                scores.put(List.of(scored.metric(), scored.variant(), scored.subject()), scored);
            } else {
                state = after(state, event);
            }
        }
        boolean atWork = state == State.RUNNING || state == State.PAUSED;
        return new RunSummary(
                name,
                method,
                atWork && !held ? State.INTERRUPTED : state,
                step,
                totalSteps,
                loss,
                new ArrayList<>(scores.values()));
    }

    private static State after(State before, RunEvent event) {
        if (event instanceof RunEvent.Resumed || event instanceof RunEvent.Continued) {
            return State.RUNNING;
        }
        if (event instanceof RunEvent.Paused) {
            return State.PAUSED;
        }
        if (event instanceof RunEvent.Stopped) {
            return State.STOPPED;
        }
        if (event instanceof RunEvent.Failed) {
            return State.FAILED;
        }
        return event instanceof RunEvent.Finished ? State.FINISHED : before;
    }
}
