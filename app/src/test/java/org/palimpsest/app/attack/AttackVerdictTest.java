package org.palimpsest.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "0.70, 0.90, 0.20, 0.99, NEVER_FORGOTTEN",
        "0.18, 0.45, 0.03, 0.99, HIDDEN",
        "0.18, 0.19, 0.006, 0.99, PARTLY_KEPT",
        "0.003, 0.023, 0.028, 0.99, LIKE_NEVER_LEARNT",
        "0.001, 0.002, 0.20, 0.99, SUPPRESSED",
        "0.01, 0.40, NaN, NaN, CAME_BACK",
        "0.01, 0.012, NaN, NaN, STAYED_AWAY",
        "0.0001, 0.001, 0.0002, 0.99, LIKE_NEVER_LEARNT",
        "NaN, NaN, 0.02, 0.99, NO_NUMBERS",
        "0.01, NaN, NaN, NaN, NO_NUMBERS"
    })
    void tellsTheCasesApart(double before, double after, double reference, double target, AttackVerdict expected) {
        assertThat(AttackVerdict.of(before, after, reference, target)).isEqualTo(expected);
    }
}
