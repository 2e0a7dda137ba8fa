package org.palimpsest.app.shell.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepClockTest {
    private final StepClock clock = new StepClock();
    private final Instant start = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void oneStepTellsNoPace() {
        clock.step(1, start);
        assertThat(clock.left(10)).isEmpty();
    }

    @Test
    void theRestTakesAsLongPerStepAsTheLastOnes() {
        clock.step(1, start);
        clock.step(3, start.plusSeconds(4));
        assertThat(clock.left(10)).contains(Duration.ofSeconds(14));
    }

    @Test
    void aPauseDoesNotCount() {
        clock.step(1, start);
        clock.forget();
        clock.step(2, start.plusSeconds(600));
        clock.step(3, start.plusSeconds(601));
        assertThat(clock.left(5)).contains(Duration.ofSeconds(2));
    }
}
