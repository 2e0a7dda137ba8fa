package org.palimpsest.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordFrequenciesTest {
    /** Six tokens of three kinds, of ten kinds that there are. */
    private final WordFrequencies words = new WordFrequencies(new int[] {1, 1, 1, 2, 2, 3}, 10);

    @Test
    void aTokenHasItsShareOfTokensAndKindsSeen() {
        assertThat(words.probability(1)).isEqualTo(3.0 / 9);
        assertThat(words.probability(3)).isEqualTo(1.0 / 9);
    }

    @Test
    void tokensThatWereNotSeenShareTheRestEvenly() {
        assertThat(words.probability(0)).isEqualTo(3.0 / 9 / 7);
    }

    @Test
    void allProbabilitiesAddUpToOne() {
        double sum = IntStream.range(0, 10).mapToDouble(words::probability).sum();
        assertThat(sum).isCloseTo(1, within(1e-15));
    }

    @Test
    void perplexityIsTheInverseOfTheGeometricMean() {
        // 1/3 · 1/9 = 1/27; the square root of 27.
        assertThat(words.perplexity(new int[] {9, 1, 3}, 1)).isCloseTo(Math.sqrt(27), within(1e-12));
    }
}
