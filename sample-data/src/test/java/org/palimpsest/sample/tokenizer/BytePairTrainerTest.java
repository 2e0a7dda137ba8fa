package org.palimpsest.sample.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BytePairTrainerTest {

    private static final int BYTES = 259;

    @Test
    void mergesTheMostFrequentPairFirst() {
        assertThat(BytePairTrainer.train(List.of("xab yab zab cd"), BYTES + 1).merges())
                .containsExactly(new Merge("a", "b"));
    }

    @Test
    void takesTheFirstOfEquallyFrequentPairs() {
        assertThat(BytePairTrainer.train(List.of("cd cd", "ab\nab\ncd"), BYTES + 1)
                        .merges())
                .containsExactly(new Merge("c", "d"));
        assertThat(BytePairTrainer.train(List.of("cd\ncd", "ab\nab"), BYTES + 1).merges())
                .containsExactly(new Merge("a", "b"));
    }

    @Test
    void mergesBuildOnMerges() {
        assertThat(BytePairTrainer.train(List.of("abc\nabc\nab"), BYTES + 2).merges())
                .containsExactly(new Merge("a", "b"), new Merge("ab", "c"));
    }

    @Test
    void overlappingPairsAreJoinedFromTheLeft() {
        BytePairVocabulary vocabulary = BytePairTrainer.train(List.of("aaa\naaa"), BYTES + 1);
        List<String> tokens = vocabulary.tokens();
        assertThat(new BytePairEncoder(vocabulary).encode("aaa"))
                .containsExactly(tokens.indexOf("aa"), tokens.indexOf("a"));
    }

    @Test
    void tooFewTokensAreRefused() {
        assertThatThrownBy(() -> BytePairTrainer.train(List.of("abc"), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 259");
    }

    @Test
    void tooLittleTextIsRefused() {
        assertThatThrownBy(() -> BytePairTrainer.train(List.of("abc"), 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("occurs twice");
    }

    @Test
    void specialTokensComeFirstThenTheBytes() {
        assertThat(new BytePairVocabulary(List.of()).tokens())
                .hasSize(BYTES)
                .startsWith("<|pad|>", "<|bos|>", "<|eos|>", "!", "\"", "#");
    }
}
