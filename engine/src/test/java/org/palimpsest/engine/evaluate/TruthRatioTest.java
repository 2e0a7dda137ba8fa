package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.palimpsest.engine.evaluate.TruthRatio.Aggregation.CLOSER_TO_ONE;
import static org.palimpsest.engine.evaluate.TruthRatio.Aggregation.PROBABILITY;
import static org.palimpsest.engine.evaluate.TruthRatio.Aggregation.TRUE_BETTER;

import org.junit.jupiter.api.Test;

class TruthRatioTest {

    private static final double[] WRONG = {1.2, 1.0, 1.6, .9, 1.3};
    private final TruthRatio item = TruthRatio.geometric(.8, WRONG);

    @Test
    void ratioIsWrongOverCorrect() {
        assertThat(item.ratio()).isCloseTo(0.670320, within(5e-7));
    }

    @Test
    void closerToOneKeepsARatioBelowOne() {
        assertThat(CLOSER_TO_ONE.of(item)).isCloseTo(0.670320, within(5e-7));
    }

    @Test
    void closerToOneInvertsARatioAboveOne() {
        assertThat(CLOSER_TO_ONE.of(TruthRatio.geometric(1.2, .8))).isCloseTo(0.670320, within(5e-7));
    }

    @Test
    void trueBetterIsTheDistanceBelowOne() {
        assertThat(TRUE_BETTER.of(item)).isCloseTo(0.329680, within(5e-7));
    }

    @Test
    void trueBetterIsNeverNegative() {
        assertThat(TRUE_BETTER.of(TruthRatio.geometric(3, .1))).isZero();
    }

    @Test
    void probabilityIsTheShareOfTheCorrectAnswer() {
        assertThat(PROBABILITY.of(item)).isCloseTo(0.598688, within(5e-7));
    }

    @Test
    void arithmeticMeanWeighsTheLikeliestWrongAnswerMore() {
        assertThat(TruthRatio.arithmetic(.8, WRONG).ratio()).isCloseTo(0.689950, within(5e-7));
    }

    @Test
    void inverseIsTheFirstConvention() {
        assertThat(item.inverse()).isCloseTo(1.491825, within(5e-7));
    }

    @Test
    void inverseSurvivesProbabilitiesThatUnderflow() {
        assertThat(TruthRatio.arithmetic(900, 901, 901).inverse()).isCloseTo(Math.E, within(1e-9));
    }

    @Test
    void collapsedModelScoresNearZero() {
        assertThat(CLOSER_TO_ONE.of(TruthRatio.geometric(80, 81))).isLessThan(1e-20);
    }

    @Test
    void infiniteLossIsProbabilityZero() {
        var lost = TruthRatio.geometric(Double.POSITIVE_INFINITY, 1, 2);
        assertThat(lost.correct()).isZero();
        assertThat(TRUE_BETTER.of(lost)).isZero();
    }

    @Test
    void lossThatIsNoNumberStaysVisible() {
        assertThat(CLOSER_TO_ONE.of(TruthRatio.geometric(Double.NaN, 1))).isNaN();
        assertThat(TRUE_BETTER.of(TruthRatio.arithmetic(1, Double.NaN))).isNaN();
    }

    @Test
    void noWrongAnswerIsRefused() {
        assertThatThrownBy(() -> TruthRatio.geometric(1)).hasMessageContaining("at least one wrong answer");
    }
}
