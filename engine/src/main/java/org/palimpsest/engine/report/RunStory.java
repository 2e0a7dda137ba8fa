package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunHistory;

/**
 * What of a log still holds, and what happened on the way. Steps that were done twice count once; accidents and warnings of
 * the first time stay known.
 *
 * @param events the events that hold, in order
 * @param remarks warnings and accidents as sentences, in order
 * @param doubts why its numbers may not be what they seem: a damaged log, inputs that were changed on the way
 */
record RunStory(List<RunEvent> events, List<String> remarks, List<String> doubts) {
    /** How a run that went on with other inputs marks that in its log. */
    private static final String CHANGED_INPUTS = "goes on with changed inputs";

    RunStory {
        events = List.copyOf(events);
        remarks = List.copyOf(remarks);
        doubts = List.copyOf(doubts);
    }

    static RunStory of(RecordedRun run) {
        RunHistory history = new RunHistory();
        List<String> remarks = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        int resumedAt = -1;
        for (RunEvent event : run.events()) {
            history.add(event);
            if (event instanceof RunEvent.Resumed resumed) {
                remarks.add("Resumed from step " + resumed.step() + ".");
            } else if (event instanceof RunEvent.Warned warned) {
                remarks.add("Step " + warned.step() + ": " + warned.message());
                if (warned.message().startsWith(CHANGED_INPUTS)) {
                    doubts.add("Behind step " + warned.step() + " it " + warned.message() + ".");
                }
            } else if (event instanceof RunEvent.Failed failed) {
                remarks.add("Broke off at step " + failed.step() + ": " + failed.message() + " " + failed.hint());
            }
        }
        List<String> damage = history.damage(run.skippedLines());
        remarks.addAll(damage);
        doubts.addAll(damage);
        List<RunEvent> held = history.events();
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i) instanceof RunEvent.Resumed) {
                resumedAt = i;
            }
        }
        // An ending before the last resumption was none.
        List<RunEvent> counted = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (i > resumedAt || !isEnding(held.get(i))) {
                counted.add(held.get(i));
            }
        }
        return new RunStory(counted, remarks, doubts);
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
