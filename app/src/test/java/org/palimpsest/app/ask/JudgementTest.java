package org.palimpsest.app.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    @ParameterizedTest
    @CsvSource({
        "0.99, 0.80, 0.01, true, SAID",
        "0.99, 0.27, 0.01, false, HIDDEN",
        "0.99, 0.0999, 0.01, false, TRACE",
        "0.99, 0.0999, 0.01, true, SAID",
        "0.99, 0.012, 0.01, false, LIKE_NEVER_LEARNT",
        "0.99, 0.001, 0.01, false, OVER_FORGOTTEN",
        "0.99, 0.95, 0.98, true, KEPT",
        "0.99, 0.10, 0.98, false, DAMAGED",
        "0.99, 0.95, NaN, true, STILL_PROBABLE",
        "0.99, 0.01, NaN, false, LESS_PROBABLE",
        "0.001, 0.001, 0.001, false, NEVER_KNOWN",
        "0.99, NaN, 0.01, false, NO_NUMBERS",
        "0.99, NaN, NaN, false, NO_NUMBERS",
        "NaN, 0.2, 0.01, false, NO_NUMBERS"
    })
    void tellsTheCasesApart(double target, double now, double reference, boolean says, Judgement expected) {
        assertThat(Judgement.of(new AnswerOdds(target, now, reference), says)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1e-9, 1e-5"})
    void takesWhatNobodyWouldSayForEquallyImprobable(double now, double reference) {
        assertThat(Judgement.of(new AnswerOdds(0.99, now, reference), false)).isEqualTo(Judgement.LIKE_NEVER_LEARNT);
    }
}
