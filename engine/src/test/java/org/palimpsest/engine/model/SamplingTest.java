package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 40,000 draws each; a share p is then off by more than 5 √(p (1 - p) / 40,000) < 0.0125 about once in a million. */
class SamplingTest {
    private static final int DRAWS = 40_000;
    /** Probabilities 0.05, 0.4, 0.1, 0.25, 0.2. */
    private static final double[] SHARES = {0.05, 0.4, 0.1, 0.25, 0.2};

    @Test
    void temperatureOneDrawsFromTheModelsDistribution() {
        assertShares(new Sampling(1, 0, 1), SHARES);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "2", "10"})
    void temperatureDividesTheLogits(double temperature) {
        double[] expected = new double[SHARES.length];
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.pow(SHARES[i], 1 / temperature);
            sum += expected[i];
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] /= sum;
        }
        assertShares(new Sampling(temperature, 0, 1), expected);
    }

    @Test
    void topKLeavesTheKLikeliest() {
        assertShares(new Sampling(1, 2, 1), new double[] {0, 0.4 / 0.65, 0, 0.25 / 0.65, 0});
    }

    @Test
    void topKBeyondTheVocabularyLeavesAll() {
        assertShares(new Sampling(1, 100, 1), SHARES);
    }

    @Test
    void topPLeavesTheFewestThatReachIt() {
        assertShares(new Sampling(1, 0, 0.7), new double[] {0, 0.4 / 0.85, 0, 0.25 / 0.85, 0.2 / 0.85});
    }

    @Test
    void topPLeavesAtLeastOne() {
        assertShares(new Sampling(1, 0, 0.01), new double[] {0, 1, 0, 0, 0});
    }

    @Test
    void topPIsOfWhatTopKLeft() {
        assertShares(new Sampling(1, 3, 0.7), new double[] {0, 0.4 / 0.65, 0, 0.25 / 0.65, 0});
    }

    @Test
    void aTinyTemperatureIsGreedy() {
        assertShares(new Sampling(1e-4, 0, 1), new double[] {0, 1, 0, 0, 0});
    }

    @Test
    void aTokenMadeImpossibleIsNeverDrawn() {
        float[] logits = {Float.NEGATIVE_INFINITY, 0, Float.NEGATIVE_INFINITY};
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(new Sampling(3, 0, 1).draw(logits, 0, 3, random)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1", "NaN, 0, 1", "1, -1, 1", "1, 0, 0", "1, 0, 1.1", "1, 0, NaN"})
    void valuesOutOfRangeAreRefused(double temperature, int topK, double topP) {
        assertThatThrownBy(() -> new Sampling(temperature, topK, topP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top-p in (0, 1]");
    }

    private static void assertShares(Sampling sampling, double[] expected) {
        // The row that is drawn from lies between others.
        float[] logits = new float[3 * SHARES.length];
        for (int i = 0; i < SHARES.length; i++) {
            logits[SHARES.length + i] = (float) (Math.log(SHARES[i]) + 3);
        }
        int[] counts = new int[SHARES.length];
        Random random = new Random(2024);
        for (int i = 0; i < DRAWS; i++) {
            counts[sampling.draw(logits, SHARES.length, SHARES.length, random)]++;
        }
        for (int i = 0; i < counts.length; i++) {
            double share = (double) counts[i] / DRAWS;
            assertThat(share).as("token " + i).isCloseTo(expected[i], within(0.0125 * Math.signum(expected[i])));
        }
    }
}
