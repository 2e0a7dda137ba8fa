package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.tensor.Torch;

/** Rows of the vocabulary that stand for nothing are never chosen, and nothing is chosen among logits that are no numbers. */
class NextTokensTest {
    private static final Sampling DRAWN = new Sampling(1, 0, 1);

    @Test
    void theLikeliestOfTheTokensThereAreIsTaken() {
        assertThat(choose(Sampling.GREEDY, tokens(0, 1, 2), 1, 3, 2, 9, 9)).containsExactly(1);
    }

    @Test
    void holesAmongTheTokensAreBarredToo() {
        assertThat(choose(Sampling.GREEDY, tokens(0, 2, 4), 1, 9, 2, 9, 0)).containsExactly(2);
    }

    @Test
    void withoutTokensGivenAllMayBeSaid() {
        assertThat(choose(Sampling.GREEDY, Optional.empty(), 1, 3, 2, 9, 8)).containsExactly(3);
    }

    @Test
    void tokensBeyondTheModelsVocabularyBarNothing() {
        assertThat(choose(Sampling.GREEDY, tokens(0, 1, 2, 3, 4, 5, 6), 1, 3, 2, 9, 8))
                .containsExactly(3);
    }

    /** The barred row has all but 1e-9 of the probability; temperature, top-k and top-p work on the rest. */
    @ParameterizedTest
    @CsvSource({"1, 0, 1", "10, 0, 1", "0.1, 0, 1", "1, 2, 1", "1, 0, 0.5", "1, 5, 0.999999"})
    void aBarredTokenIsNeverDrawn(double temperature, int topK, double topP) {
        Random random = new Random(1);
        Sampling sampling = new Sampling(temperature, topK, topP);
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            NextTokens choice = NextTokens.of(scope, sampling, tokens(0, 1, 2), 5);
            NDArray logits = scope.create(new float[] {1, 2, 3, 24, 24}, new Shape(1, 5));
            assertThat(IntStream.range(0, 2000).map(i -> choice.choose(logits, random)[0]))
                    .allMatch(id -> id < 3);
        }
    }

    @Test
    void whatIsLeftIsDrawnByItsSharesOfTheRest() {
        Random random = new Random(2);
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            NextTokens choice = NextTokens.of(scope, DRAWN, tokens(0, 1), 3);
            NDArray logits = scope.create(new float[] {0, (float) Math.log(3), 50}, new Shape(1, 3));
            double share = IntStream.range(0, 4000)
                            .filter(i -> choice.choose(logits, random)[0] == 1)
                            .count()
                    / 4000.0;
            // Five deviations of √(0.75 · 0.25 / 4000).
            assertThat(share).isBetween(0.75 - 0.035, 0.75 + 0.035);
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity"})
    void logitsThatAreNotFiniteGiveNoToken(float logit) {
        assertThat(choose(Sampling.GREEDY, Optional.empty(), 1, logit, 2)).containsExactly(NextTokens.NONE);
        assertThat(choose(DRAWN, Optional.empty(), 1, logit, 2)).containsExactly(NextTokens.NONE);
        assertThat(choose(Sampling.GREEDY, tokens(0, 2), 1, logit, 2)).containsExactly(NextTokens.NONE);
    }

    @Test
    void whereEverythingIsImpossibleThereIsNoToken() {
        float never = Float.NEGATIVE_INFINITY;
        assertThat(choose(Sampling.GREEDY, Optional.empty(), never, never)).containsExactly(NextTokens.NONE);
        assertThat(choose(DRAWN, Optional.empty(), never, never)).containsExactly(NextTokens.NONE);
    }

    @Test
    void anImpossibleTokenLeavesTheOthers() {
        assertThat(choose(DRAWN, Optional.empty(), Float.NEGATIVE_INFINITY, 0)).containsExactly(1);
    }

    private static int[] choose(Sampling sampling, Optional<BitSet> tokens, float... logits) {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            return NextTokens.of(scope, sampling, tokens, logits.length)
                    .choose(scope.create(logits, new Shape(1, logits.length)), new Random(0));
        }
    }

    private static Optional<BitSet> tokens(int... ids) {
        BitSet tokens = new BitSet();
        for (int id : ids) {
            tokens.set(id);
        }
        return Optional.of(tokens);
    }
}
