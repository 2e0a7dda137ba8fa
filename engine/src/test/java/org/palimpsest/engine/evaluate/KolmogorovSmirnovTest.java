package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KolmogorovSmirnovTest {

    @ParameterizedTest
    @CsvSource({
        "40, 40, 1.860340e-23",
        "200, 200, 1.942643e-119",
        "300, 300, 1.480298e-179",
        "400, 400, 1.063590e-239",
        "400, 20, 0.700043",
        "400, 40, 0.036570",
        "400, 60, 2.412827e-4"
    })
    void equalSizesGiveThePublishedProbability(int n, int h, double expected) {
        assertThat(KolmogorovSmirnov.equalSizes(n, h)).isCloseTo(expected, withinPercentage(2e-3));
    }

    @ParameterizedTest
    @CsvSource({"40, 13", "200, 28", "400, 39"})
    void significanceBeginsAtTheKnownDistance(int n, int h) {
        assertThat(KolmogorovSmirnov.equalSizes(n, h)).isLessThan(0.05);
        assertThat(KolmogorovSmirnov.equalSizes(n, h - 1)).isGreaterThan(0.05);
    }

    @Test
    void separatedSamplesHaveTwoOfAllOrders() {
        // 2 / C(800, 400)
        assertThat(KolmogorovSmirnov.equalSizes(400, 400)).isCloseTo(1.0635896769518578e-239, withinPercentage(1e-12));
    }

    @Test
    void equalSizesAreTested() {
        var test = KolmogorovSmirnov.test(new double[] {.1, .2, .3, .4, .5}, new double[] {.35, .45, .55, .65, .75});
        assertThat(test.statistic()).isCloseTo(0.6, within(1e-12));
        assertThat(test.pValue()).isCloseTo(0.357143, within(5e-7));
    }

    @Test
    void unequalSizesAreTested() {
        var test = KolmogorovSmirnov.test(new double[] {.1, .4, .7, .2}, new double[] {.3, .5, .6, .8, .9, .95});
        assertThat(test.statistic()).isCloseTo(0.583333, within(5e-7));
        assertThat(test.pValue()).isCloseTo(0.295238, within(5e-7));
    }

    @Test
    void tiesAreOneStepOfBothFunctions() {
        var test = KolmogorovSmirnov.test(new double[] {1, 2, 2, 3}, new double[] {2, 3, 3, 4});
        assertThat(test.statistic()).isEqualTo(0.5);
        assertThat(test.pValue()).isCloseTo(0.771429, within(5e-7));
    }

    @Test
    void zerosOfBothSignsAreTied() {
        assertThat(KolmogorovSmirnov.test(new double[] {-0.0, -0.0}, new double[] {0.0, 0.0})
                        .statistic())
                .isZero();
    }

    @Test
    void sampleAgainstItselfIsCertain() {
        double[] sample = new SplittableRandom(3).doubles(300).toArray();
        assertThat(KolmogorovSmirnov.test(sample, sample)).isEqualTo(new KolmogorovSmirnov(0, 1, 300, 300));
    }

    @Test
    void notANumberMakesTheResultNotANumber() {
        var test = KolmogorovSmirnov.test(new double[] {1, Double.NaN}, new double[] {1, 2});
        assertThat(test.pValue()).isNaN();
        assertThat(test.statistic()).isNaN();
    }

    @Test
    void bothWaysOfCountingAgreeDownToTinyProbabilities() {
        for (int h = 1; h <= 120; h++) {
            assertThat(KolmogorovSmirnov.anySizes(120, 120, 120L * h))
                    .as("h = %d", h)
                    .isCloseTo(KolmogorovSmirnov.equalSizes(120, h), withinPercentage(1e-10));
        }
    }

    @Test
    void unequalSeparatedSamplesHaveTwoOfAllOrders() {
        // 2 / C(500, 200)
        assertThat(KolmogorovSmirnov.anySizes(200, 300, 60_000L))
                .isCloseTo(3.956517986079539e-145, withinPercentage(1e-10));
    }

    @Test
    void probabilityIsThatOfAllOrdersCounted() {
        // 3 against 2: of the 10 orders, those with a distance of at least 4/6
        assertThat(KolmogorovSmirnov.anySizes(3, 2, 4)).isCloseTo(countedShare(3, 2, 4), within(1e-15));
    }

    private static double countedShare(int n, int m, long distance) {
        int all = 0;
        int reached = 0;
        for (int order = 0; order < 1 << (n + m); order++) {
            if (Integer.bitCount(order) != n) {
                continue;
            }
            all++;
            int i = 0;
            int j = 0;
            boolean far = false;
            for (int t = 0; t < n + m; t++) {
                if ((order >> t & 1) == 1) {
                    i++;
                } else {
                    j++;
                }
                far |= Math.abs(i * m - j * n) >= distance;
            }
            reached += far ? 1 : 0;
        }
        return (double) reached / all;
    }

    @Test
    void emptySampleIsRefused() {
        assertThatThrownBy(() -> KolmogorovSmirnov.test(new double[0], new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0 and 1 values");
    }
}
