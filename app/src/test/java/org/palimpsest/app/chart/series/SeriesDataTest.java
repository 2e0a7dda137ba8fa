package org.palimpsest.app.chart.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeriesDataTest {
    private final SeriesData series = new SeriesData();

    @Test
    void refusesAStepBeforeTheLast() {
        series.append(5, 1);
        assertThatThrownBy(() -> series.append(4, 1))
                .hasMessageContaining("step 4")
                .hasMessageContaining("step 5");
    }

    @Test
    void refusesPointsFromAnotherThread() {
        series.append(1, 1);
        assertThatThrownBy(() ->
                        CompletableFuture.runAsync(() -> series.append(2, 1)).join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void belongsToTheThreadItIsHandedTo() {
        CompletableFuture.runAsync(() -> series.append(1, 1)).join();
        series.handOver();
        series.append(2, 1);
        assertThat(series.size()).isEqualTo(2);
    }

    @Test
    void takesPointsBackFromAStepOn() {
        for (int step = 0; step < 10; step++) {
            series.append(step, step);
        }
        series.cutBack(4);
        assertThat(series.value(series.size() - 1)).isEqualTo(3);
    }

    @Test
    void smoothsAnewAfterPointsWereTakenBack() {
        CurveView view = new CurveView(series);
        for (int step = 0; step < 10; step++) {
            series.append(step, step < 5 ? 1 : 100);
        }
        view.value(9, 0.9);
        series.cutBack(5);
        series.append(5, 1);
        assertThat(view.value(5, 0.9)).isCloseTo(1, within(1e-12));
    }

    @Test
    void holdsTheClockWhereItWasSetBack() {
        series.append(1, 10, 100, 1);
        series.append(2, 7, 200, 1);
        assertThat(series.x(XChoice.SECONDS, 1)).isEqualTo(10);
    }

    @Test
    void doesNotKnowAnAxisOfWhichOnePointIsUnknown() {
        series.append(1, 10, 100, 1);
        series.append(2, Double.NaN, 200, 1);
        assertThat(series.knows(XChoice.SECONDS)).isFalse();
    }

    @Test
    void countsValuesThatALogarithmicAxisCannotShow() {
        series.append(1, 0);
        series.append(2, -3);
        series.append(3, 2);
        series.cutBack(2);
        assertThat(series.nonPositive()).isEqualTo(1);
    }

    @Test
    void findsTheNearestPoint() {
        series.append(0, 1);
        series.append(10, 1);
        series.append(20, 1);
        assertThat(series.nearest(XChoice.STEP, 14)).isEqualTo(1);
    }

    @Test
    void findsTheSecondsOfAStep() {
        series.append(0, 0, 0, 1);
        series.append(10, 33, 0, 1);
        assertThat(series.position(XChoice.SECONDS, 10)).isEqualTo(33);
    }

    @Test
    void tellsOfEachChangeUntilItIsToForget() {
        AtomicInteger changes = new AtomicInteger();
        Runnable counting = changes::incrementAndGet;
        series.onChange(counting);
        series.append(1, 1);
        series.append(2, 1);
        series.forget(counting);
        series.append(3, 1);
        assertThat(changes).hasValue(2);
    }

    @Test
    void drawsAnInfiniteValueAsAGap() {
        series.append(1, Double.POSITIVE_INFINITY);
        assertThat(series.value(0)).isNaN();
    }
}
