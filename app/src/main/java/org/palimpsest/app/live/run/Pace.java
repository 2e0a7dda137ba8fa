package org.palimpsest.app.live.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How fast a run takes its steps, probes included: over the last {@value #SPAN} steps taken without a pause. */
final class Pace {
    private static final int SPAN = 24;

    private final long[] steps = new long[SPAN];
    private final Instant[] times = new Instant[SPAN];
    private int count;

    void step(long step, Instant at) {
        steps[count % SPAN] = step;
        times[count % SPAN] = at;
        count++;
    }

    /** The clock starts anew: the time of a pause is not the time of a step. */
    void forget() {
        count = 0;
    }

    /** Time that {@code more} steps will take; empty before two steps were seen. */
    Optional<Duration> forSteps(long more) {
        if (count < 2) {
            return Optional.empty();
        }
        int last = (count - 1) % SPAN;
        int first = count > SPAN ? count % SPAN : 0;
        long taken = Math.max(1, steps[last] - steps[first]);
        double millis = Duration.between(times[first], times[last]).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(millis / taken * more)));
    }
}
