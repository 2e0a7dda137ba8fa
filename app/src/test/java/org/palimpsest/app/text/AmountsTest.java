package org.palimpsest.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    private final Amounts amounts = new Amounts();

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "999, 999 bytes", "2071234, 2.07 MB", "999600, 1 MB", "12345678901, 12.3 GB"})
    void bytesHaveThreeFiguresAndAUnit(long bytes, String words) {
        assertThat(amounts.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.254, 0.254 s", "9.4, 9.4 s", "45.2, 45 s", "200, 3 min 20 s", "7500, 2 h 5 min"})
    void timesAreReadable(double seconds, String words) {
        assertThat(amounts.seconds(seconds)).isEqualTo(words);
    }

    @Test
    void weightsAreCountedInMillions() {
        assertThat(amounts.count(1_236_480)).isEqualTo("1.24 million");
    }
}
