package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.ShippedData;

/** A tokenizer whose patterns end the program works in one of its own; this program hears of it in a sentence. */
class GuardedTokensTest {
    private static final String ODD = "odd-files/model-folders/endless-pre-tokenizer";

    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectory(scratch.resolve("model"));
        for (String name : new String[] {"tokenizer.json", "tokenizer_config.json", "config.json"}) {
            Files.copy(ShippedData.file(ODD).resolve(name), folder.resolve(name));
        }
    }

    @Test
    void aPatternThatNeverEndsIsASentenceThatNamesFolderTextAndPattern() {
        String text = "a".repeat(60) + "b";
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThatThrownBy(() -> tokenizer.encode(text, false))
                    .isInstanceOf(TokenizerException.class)
                    .hasMessageStartingWith(folder.resolve("tokenizer.json").toString())
                    .hasMessageContaining("crashed over \"aaaa")
                    .hasMessageContaining("(a+)+$")
                    .hasMessageContaining("Use the tokenizer.json that the model was published with");
        }
    }

    @Test
    void otherTextsAreEncodedBeforeAndAfterIt() {
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            int[] before = tokenizer.encode("hello, world", false);
            assertThatThrownBy(() -> tokenizer.encode("a".repeat(60) + "b", false))
                    .isInstanceOf(TokenizerException.class);
            assertThat(tokenizer.encode("hello, world", false))
                    .isEqualTo(before)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|a)*$", "(\\\\w+\\\\s?)*$", "(a|aa)+$"})
    void everyPatternOfTheKindIsOne(String pattern) throws IOException {
        write(pattern);
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThatThrownBy(() -> tokenizer.encode("a".repeat(2000) + "!", false))
                    .isInstanceOf(TokenizerException.class)
                    .hasMessageContaining("too many ways");
        }
    }

    @Test
    void aGuardedTokenizerGivesTheSameIdsAndTexts() throws IOException {
        String text = "Hello, World! \u6f22\u5b57 caf\u00e9 \ud83d\ude00\n  two";
        // The same pattern, which a quantified group keeps from being understood.
        int[] guarded;
        String back;
        write("(?:hello)*x|zzz");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            guarded = tokenizer.encode(text, true);
            back = tokenizer.decode(guarded, true);
        }
        write("hellox|zzz");
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(guarded).isEqualTo(tokenizer.encode(text, true));
            assertThat(back).isEqualTo(tokenizer.decode(guarded, true));
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        Path file = folder.resolve("tokenizer.json");
        try (GuardedTokens tokens = new GuardedTokens(file, "the pattern \"x\"", Duration.ofMillis(1))) {
            // Its program alone takes longer to start.
            assertThatThrownBy(() -> tokens.encode("a", false))
                    .isInstanceOf(TokenizerException.class)
                    .hasMessageContaining("has not come to an end");
        }
    }

    @Test
    void aGuardedFileThatIsNoTokenizerIsRefusedAsAnyOther() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, Files.readString(file).replace("\"type\": \"BPE\"", "\"type\": \"Nonsense\""));
        assertThatThrownBy(() -> Tokenizer.open(folder))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("not a tokenizer that can be used");
    }

    private void write(String pattern) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        String json = Files.readString(ShippedData.file(ODD).resolve("tokenizer.json"));
        Files.writeString(file, json.replace("(a+)+$", pattern));
    }
}
