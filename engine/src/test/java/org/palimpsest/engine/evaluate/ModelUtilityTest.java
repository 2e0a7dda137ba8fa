package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.palimpsest.engine.evaluate.ModelUtility.Part;

class ModelUtilityTest {

    private static final ModelUtility FULL = new ModelUtility(
            new Part(.854499, .772396, .511721),
            new Part(.429744, .819500, .552156),
            new Part(.431049, .830769, .596345));
    private static final ModelUtility RETAINED = new ModelUtility(
            new Part(.866966, .791584, .511517),
            new Part(.406751, .847000, .522850),
            new Part(.423128, .793732, .590357));

    @Test
    void utilityOfThePublishedTarget() {
        assertThat(FULL.value()).isCloseTo(0.600883, within(1e-6));
    }

    @Test
    void utilityOfThePublishedReference() {
        assertThat(RETAINED.value()).isCloseTo(0.590530, within(1e-6));
    }

    @Test
    void sixPartsLeaveRougeOut() {
        assertThat(FULL.valueWithoutRouge())
                .isEqualTo(HarmonicMean.of(.854499, .511721, .429744, .552156, .431049, .596345));
    }

    @Test
    void partsAreNamedInOrder() {
        assertThat(FULL.parts().keySet())
                .containsExactly(
                        "retain.probability",
                        "retain.rouge",
                        "retain.truth-ratio",
                        "real-authors.probability",
                        "real-authors.rouge",
                        "real-authors.truth-ratio",
                        "world-facts.probability",
                        "world-facts.rouge",
                        "world-facts.truth-ratio");
    }

    @Test
    void onePartAtZeroMakesUtilityZero() {
        assertThat(new ModelUtility(new Part(0, .7, .5), new Part(.4, .8, .5), new Part(.4, .8, .6)).value())
                .isZero();
    }

    @Test
    void missingRougeMakesTheNinePartUtilityNoNumber() {
        var unspoken = new ModelUtility(new Part(.8, Double.NaN, .5), new Part(.4, .8, .5), new Part(.4, .8, .6));
        assertThat(unspoken.value()).isNaN();
        assertThat(unspoken.valueWithoutRouge()).isBetween(0.4, 0.6);
    }

    @Test
    void negativePartMakesTheMeanNoNumber() {
        assertThat(HarmonicMean.of(1, -1)).isNaN();
    }

    @Test
    void meanOfNothingIsRefused() {
        assertThatThrownBy(HarmonicMean::of).isInstanceOf(IllegalArgumentException.class);
    }
}
