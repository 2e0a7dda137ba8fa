package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.testdata.ShippedData;

/** Ids of beginning, end and padding, of a tokenizer that has ids 0 to 258. */
class SpecialIdsTest {
    private static final int ROWS = 259;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTokenizer() throws IOException {
        try (InputStream file = Scene.class.getResourceAsStream("byte-tokenizer.json")) {
            Files.copy(file, folder.resolve("tokenizer.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"2\"", "2.0", "2.5", "true", "{}", "[[2]]", "[2, \"5\"]", "4294967298", "-1", "-3", "[2, -1]"})
    void anEndIdThatIsNoIdIsRefusedByName(String id) throws IOException {
        config("\"eos_token_id\": " + id);
        assertThatThrownBy(() -> Tokenizer.open(folder))
                .isInstanceOf(TokenizerException.class)
                .hasMessageStartingWith(folder.resolve("config.json") + ": \"eos_token_id\" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bos_token_id", "pad_token_id"})
    void otherIdsAreNoListsAndNoTexts(String key) throws IOException {
        for (String id : new String[] {"[1]", "\"1\"", "1.0", "-2"}) {
            config("\"" + key + "\": " + id);
            assertThatThrownBy(() -> Tokenizer.open(folder)).hasMessageContaining("\"" + key + "\" ");
        }
    }

    @Test
    void minusOneAsPaddingMeansNone() throws IOException {
        config("\"pad_token_id\": -1, \"eos_token_id\": 2");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            tokenizer.requireFits(ROWS, folder);
            assertThat(tokenizer.padId()).isEmpty();
            assertThat(tokenizer.eosId()).hasValue(2);
        }
    }

    @Test
    void everyEndOfAListStops() throws IOException {
        config("\"eos_token_id\": [7, 5]");
        Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [2, 5]}");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.stopIds()).containsExactlyInAnyOrder(2, 5, 7);
            assertThat(tokenizer.eosId()).hasValue(2);
        }
    }

    @Test
    void theTextOfAModelThatSeesPicturesHasIdsOfItsOwn() throws IOException {
        config("\"text_config\": {\"eos_token_id\": [1, 106]}");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.stopIds()).containsExactlyInAnyOrder(1, 106);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "config.json, bos_token_id, 99999",
        "config.json, eos_token_id, 259",
        "config.json, pad_token_id, 259",
        "generation_config.json, eos_token_id, '[2, 300]'",
        "generation_config.json, bos_token_id, 2147483647"
    })
    void anIdBeyondTheVocabularyIsRefusedByName(String file, String key, String id) throws IOException {
        Files.writeString(folder.resolve(file), "{\"%s\": %s}".formatted(key, id));
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThatThrownBy(() -> tokenizer.requireFits(ROWS, folder))
                    .isInstanceOf(TokenizerException.class)
                    .hasMessageContaining(file + ": \"" + key + "\" is ")
                    .hasMessageContaining("ids 0 to 258");
        }
    }

    @Test
    void withoutATokenizerTheConfigurationsSayWhereAnAnswerEnds() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        config("\"eos_token_id\": [2, 5]");
        assertThat(StopIds.of(folder, ROWS)).isEqualTo(Set.of(2, 5));
        assertThatThrownBy(() -> StopIds.of(folder, 4)).hasMessageContaining("config.json: \"eos_token_id\" is 5");
    }

    @Test
    void aNamedEndThatTheTokenizerLacksIsRefused() throws IOException {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": \"</s>\"}");
        config("\"eos_token_id\": 2");
        assertThatThrownBy(() -> Tokenizer.open(folder))
                .hasMessageContaining("names \"</s>\" as \"eos_token\"")
                .hasMessageContaining("has no such token");
    }

    @Test
    void aNamedTokenOfAnotherKindIsRefused() throws IOException {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": 2}");
        assertThatThrownBy(() -> Tokenizer.open(folder)).hasMessageContaining("\"eos_token\" must be a token's text");
    }

    @Test
    void aPaddingTokenThatTheTokenizerLacksIsHarmless() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"eos_token\": {\"content\": \"<|eos|>\"}, \"pad_token\": \"[PAD]\"}");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.padId()).isEmpty();
            assertThat(tokenizer.eosId()).hasValue(2);
        }
    }

    @Test
    void aFolderWithoutAnEndSaysSo() throws IOException {
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.remarks())
                    .singleElement()
                    .asString()
                    .contains("names no token that ends a text", "generated to their greatest length");
        }
    }

    @Test
    void aTokenizerThatDeniesItsEndSaysWhereAnswersStopAllTheSame() throws IOException {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": null}");
        config("\"eos_token_id\": [5, 2]");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.eosId()).isEmpty();
            assertThat(tokenizer.remarks()).singleElement().asString().contains("without their end", "up to ids 2, 5");
        }
    }

    @Test
    void anAddedTokenWhoseIdTheLibraryChangesIsRefused() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "\"added_tokens\": \\[",
                                "\"added_tokens\": [{\"id\": 400, \"content\": \"<|late|>\", \"single_word\": false, \"lstrip\": false, \"rstrip\": false, \"normalized\": false, \"special\": true}, "));
        assertThatThrownBy(() -> Tokenizer.open(folder))
                .hasMessageContaining("\"<|late|>\" with id 400, but the tokenizer gives it 259");
    }

    @Test
    void rowsBeyondTheTokenizerAreCounted() throws IOException {
        config("\"eos_token_id\": 2");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(tokenizer.idsWithoutToken(ROWS)).isZero();
            assertThat(tokenizer.idsWithoutToken(264)).isEqualTo(5);
            assertThat(tokenizer.sayable().length()).isEqualTo(ROWS);
        }
    }

    @Test
    void theOddFolderWithABeginningBeyondItsVocabularyIsRefused() {
        Path odd = ShippedData.file("odd-files/model-folders/end-id-beyond-vocabulary");
        try (Tokenizer tokenizer = Tokenizer.open(odd)) {
            assertThatThrownBy(() -> tokenizer.requireFits(4096, odd))
                    .hasMessageContaining("\"bos_token_id\" is 99999")
                    .hasMessageContaining("ids 0 to 4095");
        }
    }

    @Test
    void theOddFolderWithPaddingMinusOneOpens() {
        Path odd = ShippedData.file("odd-files/model-folders/pad-id-minus-one");
        try (Tokenizer tokenizer = Tokenizer.open(odd)) {
            tokenizer.requireFits(4096, odd);
            assertThat(tokenizer.eosId()).hasValue(2);
        }
    }

    private void config(String members) throws IOException {
        Files.writeString(folder.resolve("config.json"), "{" + members + "}");
    }
}
