package org.palimpsest.engine.event;

import java.util.ArrayList;
import java.util.List;

/**
 * The events of a run that count. When a run is resumed from an earlier step, what the log holds of later steps was done
 * again, so it is dropped here; so are scores, which are measured anew at the end, how far that work had come, an attack that
 * begins once more, and a warning that is said again at the same step. Not for several threads.
 */
public final class RunHistory {
    private final List<RunEvent> events = new ArrayList<>();
    private int skipped;
    private long added;
    private long last = -1;
    private boolean disordered;

    /**
     * Adds the next event of the log. A {@link RunEvent.Resumed} drops those of later steps before it, scores and progress, and
     * a {@link RunEvent.AttackStarted} what was told of the same attack of the same model before.
     */
    public void add(RunEvent event) {
        added++;
        disordered |= event.sequence() <= last;
        last = Math.max(last, event.sequence());
        if (event instanceof RunEvent.Resumed resumed) {
            events.removeIf(earlier -> earlier.step() > resumed.step()
                    || earlier instanceof RunEvent.Scored
                    || earlier instanceof RunEvent.Progress);
        } else if (event instanceof RunEvent.AttackStarted again) {
            events.removeIf(earlier -> isOf(again, earlier));
        } else if (event instanceof RunEvent.Warned warned) {
            events.removeIf(earlier -> earlier instanceof RunEvent.Warned before
                    && before.step() == warned.step()
                    && before.message().equals(warned.message()));
        }
        events.add(event);
    }

    private static boolean isOf(RunEvent.AttackStarted attack, RunEvent event) {
        if (event instanceof RunEvent.AttackStarted e) {
            return attack.attackRun().equals(e.attackRun())
                    && attack.subject() == e.subject()
                    && attack.attack().equals(e.attack());
        }
        if (event instanceof RunEvent.AttackPoint e) {
            return attack.attackRun().equals(e.attackRun())
                    && attack.subject() == e.subject()
                    && attack.attack().equals(e.attack());
        }
        return event instanceof RunEvent.AttackFinished e
                && attack.attackRun().equals(e.attackRun())
                && attack.subject() == e.subject()
                && attack.attack().equals(e.attack());
    }

    /** Adds what a {@link RunTail} found. */
    public void add(RunTail.Batch batch) {
        if (batch.rewound()) {
            events.clear();
            skipped = 0;
            added = 0;
            last = -1;
            disordered = false;
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

    /** What is wrong with the log, a sentence each; empty if its lines are numbered without gaps and can all be read. */
    public List<String> damage() {
        return damage(skipped);
    }

    /** As {@link #damage()} where the lines that could not be understood were counted by somebody else. */
    public List<String> damage(int unreadable) {
        List<String> sentences = new ArrayList<>();
        if (unreadable > 0) {
            sentences.add("Lines of the log that could not be understood, and whose content is missing here: "
                    + unreadable + ".");
        }
        // Each line bears its number, counted from 0.
        long missing = last + 1 - added - unreadable;
        if (missing > 0) {
            sentences.add("Lines that are missing from the log, by the numbers of the others: " + missing + ".");
        }
        if (disordered) {
            sentences.add(
                    "Lines of the log stand twice or are out of order, so what is shown may not be what happened.");
        }
        return sentences;
    }
}
