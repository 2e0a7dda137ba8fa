package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StressScoresTest {

    @Test
    void relearningComparesTheRises() {
        assertThat(StressScores.relearning(.30, .45, .10, .40).getAsDouble()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void relearningSlowerThanTheReferenceIsFullMarks() {
        assertThat(StressScores.relearning(.3, .6, .1, .2)).hasValue(1);
    }

    @Test
    void relearningIsUndefinedWhenNothingRose() {
        assertThat(StressScores.relearning(.3, .4, .2, .2)).isEmpty();
        assertThat(StressScores.relearning(.3, .4, .2, .1)).isEmpty();
    }

    @Test
    void relearningIsUndefinedWhenTheReferenceFell() {
        assertThat(StressScores.relearning(.3, .2, .1, .2)).isEmpty();
    }

    @Test
    void quantisationPenalisesARise() {
        assertThat(StressScores.quantisation(.20, .26).getAsDouble()).isCloseTo(0.769231, within(5e-7));
    }

    @Test
    void quantisationDoesNotRewardAFall() {
        assertThat(StressScores.quantisation(.2, .1)).hasValue(1);
    }

    @Test
    void quantisationIsUndefinedWithoutAValueAfter() {
        assertThat(StressScores.quantisation(.2, 0)).isEmpty();
        assertThat(StressScores.quantisation(Double.NaN, .2)).isEmpty();
    }

    @Test
    void robustnessJoinsBoth() {
        assertThat(StressScores.robustness(OptionalDouble.of(.5), StressScores.quantisation(.20, .26))
                        .getAsDouble())
                .isCloseTo(0.606061, within(5e-7));
    }

    @Test
    void robustnessNeedsBoth() {
        assertThat(StressScores.robustness(OptionalDouble.of(.5), OptionalDouble.empty()))
                .isEmpty();
    }
}
