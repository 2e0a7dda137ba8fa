package org.palimpsest.app.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecadeAxisTest {

    @Test
    void namesPowersOfTenOverManyDecades() {
        assertThat(named(1e-5, 1)).containsExactly(1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0);
    }

    @Test
    void namesOneTwoAndFiveOverFewDecades() {
        assertThat(named(1, 20)).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0);
    }

    @Test
    void spacesNumbersEvenlyWithinPartOfADecade() {
        assertThat(named(3, 4)).contains(3.2, 3.4, 3.6);
    }

    @Test
    void neverNamesMoreThanAPersonReads() {
        for (double ratio = 1.0001; ratio < 1e40; ratio *= 1.7) {
            assertThat(named(0.37, 0.37 * ratio)).hasSizeBetween(1, 12);
        }
    }

    private static List<Double> named(double low, double high) {
        return DecadeAxis.places(low, high).stream()
                .filter(DecadeAxis.Place::named)
                .map(place -> Math.round(place.value() * 1e9) / 1e9)
                .toList();
    }
}
