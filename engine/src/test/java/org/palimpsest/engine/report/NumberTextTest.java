package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-3, -3",
        "0.31, 0.310",
        "0.99951, 1.000",
        "12.345, 12.3",
        "1234.5, 1235",
        "0.00123, 0.00123",
        "1.06359e-239, 1.1e-239",
        "2.5e5, 2.5e5",
        "Infinity, ∞"
    })
    void threeDigitsOrAPowerOfTen(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Test
    void missingIsADashWithoutUnit() {
        assertThat(NumberText.of(null, "s")).isEqualTo("–");
        assertThat(NumberText.of(Double.NaN)).isEqualTo("–");
    }

    @Test
    void longTimesAreMinutesOrHours() {
        assertThat(NumberText.duration(74)).isEqualTo("74 s");
        assertThat(NumberText.duration(600)).isEqualTo("10 min");
        assertThat(NumberText.duration(9000)).isEqualTo("2.50 h");
    }
}
