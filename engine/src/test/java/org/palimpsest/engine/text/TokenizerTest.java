package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;

class TokenizerTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "tofu-cut/target", "stories260k/hf"})
    void roundTripsRealTextExactly(String folder) {
        assertExact(ShippedData.file(folder));
    }

    @Test
    void roundTripsRealTextUpToUnicodeComposition() {
        assertExactUpToComposition(ShippedData.folder("qwen3-cut"));
    }

    @ParameterizedTest
    @CsvSource({"llama3, 128256, false", "gpt-neox-20b, 50277, true", "qwen3, 151669, true"})
    @NeedsSharedData("tokenizers")
    void largeTokenizersRoundTripRealText(String name, int vocabulary, boolean composes) {
        Path folder = SharedData.file("tokenizers/" + name);
        assertVocabulary(folder, vocabulary);
        if (composes) {
            assertExactUpToComposition(folder);
        } else {
            assertExact(folder);
        }
    }

    private static void assertExact(Path folder) {
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(RealText.passages())
                    .allSatisfy(text -> assertThat(roundTrip(tokenizer, text)).isEqualTo(text));
        }
    }

    private static void assertExactUpToComposition(Path folder) {
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(RealText.passages()).allSatisfy(text -> assertThat(roundTrip(tokenizer, text))
                    .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC)));
        }
    }

    private static String roundTrip(Tokenizer tokenizer, String text) {
        return tokenizer.decode(tokenizer.encode(text, false), false);
    }

    @ParameterizedTest
    @CsvSource({"gpt2, 50257", "qwen3-cut, 4026", "stories260k/hf, 512", "tofu-cut/target, 4096"})
    void countsTheVocabulary(String folder, int expected) {
        assertVocabulary(ShippedData.file(folder), expected);
    }

    private static void assertVocabulary(Path folder, int expected) {
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.vocabularySize()).isEqualTo(expected);
        }
    }

    @Test
    void givesTheKnownIdsOfStories260k() throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(ShippedData.file("stories260k/reference.json").toFile());
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("stories260k/hf"))) {
            assertThat(reference.path("tokenization")).isNotEmpty().allSatisfy(known -> assertThat(
                            tokenizer.encode(known.path("text").asText(), true))
                    .containsExactly(ids(known.path("ids"))));
        }
    }

    private static int[] ids(JsonNode array) {
        return new ObjectMapper().convertValue(array, int[].class);
    }

    @Test
    void givesTheKnownTextOfGreedyIds() throws IOException {
        JsonNode greedy = new ObjectMapper()
                .readTree(ShippedData.file("stories260k/reference.json").toFile())
                .path("greedy");
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("stories260k/hf"))) {
            assertThat(tokenizer.decode(ids(greedy.path("ids")), true))
                    .isEqualTo(greedy.path("text").asText());
        }
    }

    @Test
    void neverTruncatesOrPads() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("stories260k/hf"))) {
            assertThat(tokenizer.encode("word ".repeat(5_000), false)).hasSizeGreaterThan(5_000);
        }
    }

    @Test
    void readsSpecialTokensOfItsConfiguration() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("tofu-cut/target"))) {
            assertThat(List.of(tokenizer.bosId(), tokenizer.eosId(), tokenizer.padId()))
                    .containsExactly(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(0));
        }
    }

    @Test
    void stopsAtEveryEndThatTheGenerationConfigurationNames() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("stories260k/hf"))) {
            assertThat(tokenizer.stopIds()).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void believesAnExplicitNull() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.folder("qwen3-cut"))) {
            assertThat(tokenizer.bosId()).isEmpty();
        }
    }

    @Test
    void showsATokenWithItsSpace() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.folder("gpt2"))) {
            assertThat(tokenizer.token(tokenizer.encode(" the", false)[0])).isEqualTo(" the");
        }
    }

    @Test
    void showsASentencePieceTokenWithItsSpace() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("stories260k/hf"))) {
            assertThat(tokenizer.token(403)).isEqualTo(" Once");
        }
    }

    @Test
    void showsAPartOfACharacterAsBytes() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.folder("gpt2"))) {
            String pieces = Arrays.stream(tokenizer.encode("\u6f22", false))
                    .mapToObj(tokenizer::token)
                    .collect(Collectors.joining());
            assertThat(pieces).isEqualTo("<0xE6><0xBC><0xA2>");
        }
    }

    @Test
    void refusesAnIdBeyondTheVocabulary() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("tofu-cut/target"))) {
            assertThatThrownBy(() -> tokenizer.token(4096)).hasMessageContaining("0 to 4095");
        }
    }

    @Test
    void refusesAModelWithASmallerVocabulary() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("tofu-cut/target"))) {
            assertThatThrownBy(() -> tokenizer.requireFits(512, Path.of("small")))
                    .isInstanceOf(TokenizerException.class)
                    .hasMessageContaining("4095")
                    .hasMessageContaining("512");
        }
    }

    @Test
    void acceptsAModelWithAPaddedVocabulary() {
        try (Tokenizer tokenizer = Tokenizer.open(ShippedData.file("tofu-cut/target"))) {
            tokenizer.requireFits(4104, Path.of("padded"));
            assertThat(tokenizer.vocabularySize()).isLessThan(4104);
        }
    }

    @Test
    void readsMergesAsStringsAndAsPairsAlike() throws IOException {
        String pieces = "\"a\":0,\"b\":1,\"ab\":2";
        int[] strings = write("strings", pieces, "\"a b\"");
        int[] pairs = write("pairs", pieces, "[\"a\",\"b\"]");
        assertThat(strings).containsExactly(pairs).containsExactly(2);
    }

    private int[] write(String name, String pieces, String merges) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name + " \u00e9\u6f22"));
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"version\":\"1.0\",\"added_tokens\":[],\"model\":{\"type\":\"BPE\",\"vocab\":{%s},\"merges\":[%s]}}"
                        .formatted(pieces, merges));
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            return tokenizer.encode("ab", false);
        }
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> Tokenizer.open(temporary))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("tokenizer.json: is missing");
    }

    @Test
    void saysThatTheFolderIsNone() {
        assertThatThrownBy(() -> Tokenizer.open(temporary.resolve("nowhere"))).hasMessageContaining("is not a folder");
    }

    @Test
    void saysWhatToDoWithASentencePieceModel() throws IOException {
        Files.writeString(temporary.resolve("tokenizer.model"), "x");
        assertThatThrownBy(() -> Tokenizer.open(temporary))
                .hasMessageContaining("SentencePiece")
                .hasMessageContaining("save it");
    }

    @Test
    void saysWhereJsonIsBroken() throws IOException {
        Files.writeString(temporary.resolve("tokenizer.json"), "{\n \"model\": {,}\n}");
        assertThatThrownBy(() -> Tokenizer.open(temporary)).hasMessageContaining("line 2, column 12");
    }

    @Test
    void saysThatJsonHoldsNoVocabulary() throws IOException {
        Files.writeString(temporary.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> Tokenizer.open(temporary)).hasMessageContaining("model.vocab");
    }

    @Test
    void saysThatAModelIsUnknown() throws IOException {
        Files.writeString(
                temporary.resolve("tokenizer.json"), "{\"model\":{\"type\":\"Nonsense\",\"vocab\":{\"a\":0}}}");
        assertThatThrownBy(() -> Tokenizer.open(temporary))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("not a tokenizer that can be used");
    }
}
