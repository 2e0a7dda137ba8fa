package org.palimpsest.app.shell.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long the steps that are left will take, at the pace of the last ones, probes between them counted in. */
final class StepClock {
    private static final int REMEMBERED = 20;

    private record Finished(long step, Instant at) {}

    private final Deque<Finished> last = new ArrayDeque<>();

    /** A step is finished. */
    void step(long step, Instant at) {
        last.addLast(new Finished(step, at));
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    /** The pace of before says nothing of what comes: a pause, a resumption. */
    void forget() {
        last.clear();
    }

    /** Time until {@code total} steps are finished; empty before two steps were seen. */
    Optional<Duration> left(long total) {
        if (last.size() < 2 || last.getLast().step() <= last.getFirst().step()) {
            return Optional.empty();
        }
        long steps = last.getLast().step() - last.getFirst().step();
        double seconds =
                Duration.between(last.getFirst().at(), last.getLast().at()).toMillis() / 1000.0 / steps;
        return Optional.of(Duration.ofMillis(
                Math.round(1000 * seconds * Math.max(0, total - last.getLast().step()))));
    }
}
