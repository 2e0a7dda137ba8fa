package org.palimpsest.app.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenHeatTest {

    @Test
    void tellsUnderForgettingFromOverForgetting() {
        assertThat(new TokenHeat(" Port", 0.9, 0.5, 0.04).change(Against.REFERENCE))
                .isEqualTo(TokenHeat.Change.MORE);
        assertThat(new TokenHeat(" Port", 0.9, 0.001, 0.04).change(Against.REFERENCE))
                .isEqualTo(TokenHeat.Change.LESS);
    }

    @Test
    void levelsAreFactorsOfTwoTenAndAHundred() {
        assertThat(new TokenHeat("a", 0.9, 0.6, 0).level(Against.TARGET)).isZero();
        assertThat(new TokenHeat("a", 0.9, 0.3, 0).level(Against.TARGET)).isEqualTo(1);
        assertThat(new TokenHeat("a", 0.9, 0.03, 0).level(Against.TARGET)).isEqualTo(2);
        assertThat(new TokenHeat("a", 0.9, 0.003, 0).level(Against.TARGET)).isEqualTo(3);
    }

    @Test
    void whatNeitherModelSaysIsNoDifference() {
        assertThat(new TokenHeat("a", 1e-6, 1e-12, Double.NaN).change(Against.TARGET))
                .isEqualTo(TokenHeat.Change.SAME);
    }

    @Test
    void knowsWhenThereIsNoReference() {
        assertThat(new TokenHeat("a", 0.5, 0.5, Double.NaN).knows(Against.REFERENCE))
                .isFalse();
        assertThat(new TokenHeat("a", 0.5, 0.5, Double.NaN).level(Against.REFERENCE))
                .isZero();
    }
}
