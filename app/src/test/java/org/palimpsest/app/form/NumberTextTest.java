package org.palimpsest.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({"20,20", "1.0E-4,0.0001", "1.0E-6,1e-6", "2.5E-6,2.5e-6", "0.15,0.15", "-3,-3"})
    void writesNumbersAsPeopleDo(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'0,5',0.5", "' 1e-5 ',1e-5", ".5,.5", "+2,2"})
    void readsThemBack(String text, double value) {
        assertThat(NumberText.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "four", "1,000.5", "NaN", "1e999", "0x10", "1d"})
    void takesNothingElseForANumber(String text) {
        assertThat(NumberText.parse(text)).isNull();
    }
}
