package org.palimpsest.engine.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunOrigins;

/**
 * A run as a report needs it.
 *
 * @param name what tables and charts call it; unique in a report
 * @param location the run folder as the reader would type it; empty when there is none
 * @param method the method's card; null when the catalogue no longer has it
 * @param events the whole log in order, superseded events included
 * @param skippedLines lines of the log that could not be understood
 * @param recipe the recipe's JSON text; empty when there is none
 * @param environment facts about machine and libraries, by name, in the order to be shown
 * @param origins what its numbers were made from
 */
public record RecordedRun(
        String name,
        String location,
        MethodCard method,
        List<RunEvent> events,
        int skippedLines,
        String recipe,
        Map<String, String> environment,
        RunOrigins origins) {

    public RecordedRun {
        events = List.copyOf(events);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** A run of which nobody knows what its numbers were made from. */
    public RecordedRun(
            String name,
            String location,
            MethodCard method,
            List<RunEvent> events,
            int skippedLines,
            String recipe,
            Map<String, String> environment) {
        this(name, location, method, events, skippedLines, recipe, environment, RunOrigins.UNKNOWN);
    }

    /** A run of which only the events are known. */
    public RecordedRun(String name, MethodCard method, List<RunEvent> events) {
        this(name, "", method, events, 0, "", Map.of());
    }

    /** Why its numbers may not be what they seem, a sentence each: a damaged log, inputs that were changed on the way. */
    public List<String> doubts() {
        return RunStory.of(this).doubts();
    }

    /** The same run under another name. */
    public RecordedRun withName(String other) {
        return new RecordedRun(other, location, method, events, skippedLines, recipe, environment, origins);
    }
}
