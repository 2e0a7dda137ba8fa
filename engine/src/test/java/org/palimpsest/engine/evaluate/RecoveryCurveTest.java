package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecoveryCurveTest {

    private static final double[] STEPS = {0, 10, 20, 40};

    @Test
    void recoveryRunsFromForgottenToTarget() {
        var curve = RecoveryCurve.of(STEPS, new double[] {.1, .3, .5, .9}, .9);
        assertThat(curve.points().get(0).recovery()).isZero();
        assertThat(curve.points().get(2).recovery()).isCloseTo(.5, within(1e-12));
        assertThat(curve.points().get(3).recovery()).isEqualTo(1);
    }

    @Test
    void stepsToEightyPerCentLieBetweenPoints() {
        var curve = RecoveryCurve.of(STEPS, new double[] {.1, .3, .5, .9}, .9);
        assertThat(curve.stepsTo(.8).getAsDouble()).isCloseTo(32, within(1e-9));
    }

    @Test
    void stepsAreEmptyWhenTheCurveStaysBelow() {
        assertThat(RecoveryCurve.of(STEPS, new double[] {.1, .2, .2, .3}, .9).stepsTo(.8))
                .isEmpty();
    }

    @Test
    void areaIsTheMeanRecovery() {
        assertThat(RecoveryCurve.of(STEPS, new double[] {0, 1, 1, 1}, 1).area().getAsDouble())
                .isCloseTo(35 / 40.0, within(1e-12));
    }

    @Test
    void areaOfAFlatCurveIsZero() {
        assertThat(RecoveryCurve.of(STEPS, new double[] {.2, .2, .2, .2}, 1).area())
                .hasValue(0);
    }

    @Test
    void areaNeedsTwoPoints() {
        assertThat(RecoveryCurve.of(new double[] {0}, new double[] {.2}, 1).area())
                .isEmpty();
    }

    @Test
    void nothingForgottenMeansNoCurve() {
        assertThat(RecoveryCurve.of(STEPS, new double[] {.9, .9, .9, .9}, .9)).isNull();
        assertThat(RecoveryCurve.of(STEPS, new double[] {.9, .9, .9, .9}, .5)).isNull();
    }

    @Test
    void missingValueMeansNoCurve() {
        assertThat(RecoveryCurve.of(STEPS, new double[] {.1, Double.NaN, .2, .3}, .9))
                .isNull();
        assertThat(RecoveryCurve.of(STEPS, new double[] {.1, .2, .2, .3}, Double.NaN))
                .isNull();
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> RecoveryCurve.of(new double[] {0, 5, 5}, new double[] {0, 1, 2}, 3))
                .hasMessageContaining("must ascend, found 5.0 before 5.0");
    }
}
