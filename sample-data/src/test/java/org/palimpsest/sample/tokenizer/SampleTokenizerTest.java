package org.palimpsest.sample.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.sample.authors.FictionalAuthors;

class SampleTokenizerTest {

    private static final FictionalAuthors AUTHORS = FictionalAuthors.generate();
    private static final BytePairVocabulary VOCABULARY = SampleTokenizer.train(AUTHORS);

    @TempDir
    static Path folder;

    private static HuggingFaceTokenizer loaded;

    @BeforeAll
    static void load() throws IOException {
        TokenizerFiles.write(VOCABULARY, SampleTokenizer.LONGEST, folder);
        loaded = HuggingFaceTokenizer.newInstance(folder.resolve("tokenizer.json"));
    }

    @AfterAll
    static void close() {
        loaded.close();
    }

    @Test
    void shippedFilesAreWhatTrainingMakes() throws IOException {
        for (Map.Entry<String, String> file :
                TokenizerFiles.files(VOCABULARY, SampleTokenizer.LONGEST).entrySet()) {
            try (InputStream in = SampleTokenizerTest.class.getResourceAsStream(
                    "/org/palimpsest/sample/tokenizer/" + file.getKey())) {
                assertThat(in).as(file.getKey()).isNotNull();
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void holdsAsManyTokensAsWanted() {
        assertThat(VOCABULARY.tokens()).hasSize(SampleTokenizer.SIZE).doesNotHaveDuplicates();
    }

    @Test
    void loadedTokenizerCutsEveryTextAsOurs() {
        BytePairEncoder ours = new BytePairEncoder(VOCABULARY);
        for (String text : texts()) {
            assertThat(LongStream.of(loaded.encode(text, false, false).getIds())
                            .mapToInt(Math::toIntExact)
                            .boxed())
                    .as(text)
                    .containsExactlyElementsOf(ours.encode(text));
        }
    }

    @Test
    void everyTextComesBackWhole() {
        for (String text : texts()) {
            assertThat(loaded.decode(loaded.encode(text, false, false).getIds(), false))
                    .isEqualTo(text);
        }
    }

    @Test
    void beginStandsInFront() {
        assertThat(loaded.encode("Question:").getIds()[0]).isEqualTo(1);
        assertThat(loaded.encode("Question:", false, false).getIds()[0]).isNotEqualTo(1);
    }

    @Test
    void endAndPadAreSingleTokens() {
        assertThat(loaded.encode("<|pad|><|eos|>", false, false).getIds()).containsExactly(0, 2);
    }

    @Test
    void halfOfTheAnswersHaveFifteenTokensOrFewer() {
        BytePairEncoder ours = new BytePairEncoder(VOCABULARY);
        List<Integer> lengths = new ArrayList<>(AUTHORS.full().stream()
                .map(fact -> ours.encode(" " + fact.answer()).size())
                .toList());
        Collections.sort(lengths);
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(15);
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(SampleTokenizer.texts(AUTHORS));
        // What no sample text holds: other scripts, signs outside the basic plane, odd white space, contractions.
        texts.addAll(List.of(
                "",
                "  two  spaces\t\n\n and a tail \u00a0\u3000 ",
                "I'll say it's 'twas, WE'RE not they've'd",
                "Größe, naïve, Москва, 東京, ١٢٣, ½ + Ⅷ",
                "🦦 and 👩\u200d🚀 swim_under__score 3.14 (x)"));
        return texts;
    }
}
