package org.palimpsest.app.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrubTest {
    private final Scrub scrub = new Scrub(new SimpleDoubleProperty(Double.NaN));

    @BeforeEach
    void reach() {
        scrub.reach(0, 40);
    }

    @Test
    void followsTheRunUntilItIsMoved() {
        assertThat(scrub.step()).isEqualTo(40);
        scrub.reach(0, 41);
        assertThat(scrub.step()).isEqualTo(41);
        scrub.by(-1);
        scrub.reach(0, 50);
        assertThat(scrub.step()).isEqualTo(40);
    }

    @Test
    void theNewestStepIsNow() {
        scrub.to(12);
        assertThat(scrub.atNow()).isFalse();
        scrub.to(40);
        assertThat(scrub.atNow()).isTrue();
    }

    @Test
    void staysWithinWhatWasObserved() {
        scrub.to(-5);
        assertThat(scrub.step()).isZero();
        scrub.reach(10, 40);
        assertThat(scrub.step()).isEqualTo(10);
        scrub.to(30);
        scrub.reach(10, 20);
        assertThat(scrub.atNow()).isTrue();
    }

    @Test
    void goesFromEventToEvent() {
        List<Long> events = List.of(8L, 24L);
        scrub.toNext(events, false);
        assertThat(scrub.step()).isEqualTo(24);
        scrub.toNext(events, false);
        scrub.toNext(events, false);
        assertThat(scrub.step()).isZero();
        scrub.toNext(events, true);
        assertThat(scrub.step()).isEqualTo(8);
        scrub.toNext(events, true);
        scrub.toNext(events, true);
        assertThat(scrub.atNow()).isTrue();
    }
}
