package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;

/**
 * What of a log still holds. A run that was resumed from an earlier checkpoint walks some steps twice; only the last walk
 * counts, but accidents and warnings of the first stay known.
 *
 * @param events the events that hold, in order
 * @param remarks warnings and accidents as sentences, in order
 */
record RunHistory(List<RunEvent> events, List<String> remarks) {

    RunHistory {
        events = List.copyOf(events);
        remarks = List.copyOf(remarks);
    }

    static RunHistory of(List<RunEvent> log) {
        List<RunEvent> held = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (RunEvent event : log) {
            if (event instanceof RunEvent.Resumed resumed) {
                held.removeIf(earlier -> earlier.step() > resumed.step());
                held.removeIf(RunHistory::isEnding);
                remarks.add("Resumed from step " + resumed.step() + ".");
            } else if (event instanceof RunEvent.Warned warned) {
                remarks.add("Step " + warned.step() + ": " + warned.message());
            } else if (event instanceof RunEvent.Failed failed) {
                remarks.add("Broke off at step " + failed.step() + ": " + failed.message() + " " + failed.hint());
            }
            held.add(event);
        }
        return new RunHistory(held, remarks);
    }

    private static boolean isEnding(RunEvent event) {
        return event instanceof RunEvent.Failed
                || event instanceof RunEvent.Stopped
                || event instanceof RunEvent.Finished;
    }

    /** The events of one kind, in order. */
    <E extends RunEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Calls back for each observation of one shape with the event that carries it, in order. */
    <O extends Observation> void observations(Class<O> shape, BiConsumer<RunEvent.Observed, O> visitor) {
        for (RunEvent.Observed event : of(RunEvent.Observed.class)) {
            for (Observation observation : event.observations()) {
                if (shape.isInstance(observation)) {
                    visitor.accept(event, shape.cast(observation));
                }
            }
        }
    }

    /** Steps finished when the log ends. */
    long lastStep() {
        return events.stream().mapToLong(RunEvent::step).max().orElse(0);
    }

    /** Seconds spent in steps, or NaN when no step was finished. */
    double seconds() {
        List<RunEvent.StepDone> steps = of(RunEvent.StepDone.class);
        return steps.isEmpty() ? Double.NaN : steps.get(steps.size() - 1).seconds();
    }
}
