package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikelihoodTest {

    @Test
    void probabilityIsNormalisedByLength() {
        assertThat(AnswerLoss.of(.2, .5, 1.1, 0).probability()).isCloseTo(0.637628, within(5e-7));
    }

    @Test
    void infiniteLossIsProbabilityZero() {
        assertThat(AnswerLoss.of(.2, Double.POSITIVE_INFINITY).probability()).isZero();
    }

    @Test
    void answerWithoutTokensHasNoAverage() {
        assertThat(AnswerLoss.of().average()).isNaN();
    }

    @Test
    void optionProbabilityIsTheTrueAnswersShare() {
        assertThat(OptionProbability.of(.5, 1, 2, 1.5)).isCloseTo(0.455054, within(5e-7));
    }

    @Test
    void optionProbabilityOfImpossibleAnswersIsZero() {
        assertThat(OptionProbability.of(900, 900, 900)).isZero();
    }
}
