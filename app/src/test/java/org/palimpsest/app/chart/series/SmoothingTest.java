package org.palimpsest.app.chart.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {

    @Test
    void isTheAverageOfAllValuesWithWeightsThatFallBackwards() {
        double[] values = {3, -1, 4, 1, -5, 9};
        double weight = 0.7;
        Smoothing smoothing = new Smoothing(weight);
        double last = 0;
        for (double value : values) {
            last = smoothing.next(value);
        }
        double sum = 0;
        double weights = 0;
        for (int back = 0; back < values.length; back++) {
            sum += Math.pow(weight, back) * values[values.length - 1 - back];
            weights += Math.pow(weight, back);
        }
        assertThat(last).isCloseTo(sum / weights, within(1e-12));
    }

    @Test
    void beginsWithTheFirstValueAndNotNearZero() {
        assertThat(new Smoothing(0.99).next(5)).isCloseTo(5, within(1e-12));
    }

    @Test
    void isTrulyOffAtZero() {
        Smoothing smoothing = new Smoothing(0);
        smoothing.next(1);
        assertThat(smoothing.next(0.1 + 0.2)).isEqualTo(0.1 + 0.2);
    }

    @Test
    void doesNotCountAGap() {
        Smoothing with = new Smoothing(0.5);
        with.next(1);
        with.next(Double.NaN);
        Smoothing without = new Smoothing(0.5);
        without.next(1);
        assertThat(with.next(2)).isEqualTo(without.next(2));
    }

    @Test
    void leavesAGapAGap() {
        assertThat(new Smoothing(0.5).next(Double.NaN)).isNaN();
    }

    @Test
    void refusesAWeightOfOne() {
        assertThatThrownBy(() -> new Smoothing(1)).hasMessageContaining("less than 1");
    }
}
