package org.palimpsest.engine.event;

import java.util.ArrayList;
import java.util.List;

/**
 * The events of a run that count. When a run is resumed from an earlier step, what the log holds of later steps was done
 * again, so it is dropped here. Not for several threads.
 */
public final class RunHistory {
    private final List<RunEvent> events = new ArrayList<>();
    private int skipped;

    /** Adds the next event of the log; a {@link RunEvent.Resumed} drops those of later steps before it. */
    public void add(RunEvent event) {
        if (event instanceof RunEvent.Resumed resumed) {
            events.removeIf(earlier -> earlier.step() > resumed.step());
        }
        events.add(event);
    }

    /** Adds what a {@link RunTail} found. */
    public void add(RunTail.Batch batch) {
        if (batch.rewound()) {
            events.clear();
            skipped = 0;
        }
        batch.events().forEach(this::add);
        skipped += batch.skipped();
    }

    /** What counts by now, oldest first. */
    public List<RunEvent> events() {
        return List.copyOf(events);
    }

    /** Lines of the log that could not be understood. */
    public int skipped() {
        return skipped;
    }
}
