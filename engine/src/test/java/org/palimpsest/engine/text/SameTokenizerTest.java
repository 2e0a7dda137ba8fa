package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders whose models read the same tokens, or not. */
class SameTokenizerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = """
            {"version": "1.0", "truncation": null, "padding": null, "normalizer": null, "post_processor": null,
             "added_tokens": [{"id": 0, "content": "</s>", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true}],
             "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
             "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
             "model": {"type": "BPE", "vocab": {"</s>": 0, "l": 1, "o": 2, "e": 3, "lo": 4, "el": 5}, "merges": ["l o", "e l"]}}
            """;

    @TempDir
    Path scratch;

    private Path first;
    private Path second;
    private Tokenizer tokenizer;

    @BeforeEach
    void write() throws IOException {
        first = Files.createDirectory(scratch.resolve("first"));
        second = Files.createDirectory(scratch.resolve("second"));
        Files.writeString(first.resolve("tokenizer.json"), FILE);
        Files.writeString(first.resolve("tokenizer_config.json"), "{\"eos_token\": \"</s>\"}");
        Files.writeString(second.resolve("tokenizer_config.json"), "{\"eos_token\": \"</s>\"}");
        tokenizer = Tokenizer.open(first);
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    @Test
    void equalFilesAreOneTokenizer() throws IOException {
        other(file -> {});
        assertThatCode(() -> SameTokenizer.require(tokenizer, second)).doesNotThrowAnyException();
    }

    @Test
    void anotherWayOfWritingIsTheSameTokenizer() throws IOException {
        other(file -> {
            ArrayNode merges = ((ObjectNode) file.path("model")).putArray("merges");
            merges.addArray().add("l").add("o");
            merges.addArray().add("e").add("l");
            file.put("truncation", (String) null);
            ((ObjectNode) file.path("model")).put("dropout", (Double) null).put("byte_fallback", false);
        });
        assertThatCode(() -> SameTokenizer.require(tokenizer, second)).doesNotThrowAnyException();
    }

    @Test
    void aFolderWithoutATokenizerHasNoneToDiffer() {
        assertThatCode(() -> SameTokenizer.require(tokenizer, second)).doesNotThrowAnyException();
        assertThat(SameTokenizer.remarks(tokenizer, second)).isEmpty();
    }

    @Test
    void anotherPieceIsNamed() throws IOException {
        other(file -> vocabulary(file)
                .removeAll()
                .put("</s>", 0)
                .put("l", 1)
                .put("o", 2)
                .put("e", 3)
                .put("lo", 5)
                .put("el", 4));
        refused("token id 4 is \"lo\" in the first and \"el\" in the second");
    }

    @Test
    void aPieceMoreIsNamed() throws IOException {
        other(file -> vocabulary(file).put("lol", 6));
        refused("token id 6 is none in the first and \"lol\" in the second");
    }

    @Test
    void anotherOrderOfMergesIsNamed() throws IOException {
        other(file ->
                ((ObjectNode) file.path("model")).putArray("merges").add("e l").add("l o"));
        refused("merge 0 is \"l o\" in the first and \"e l\" in the second");
    }

    @Test
    void anotherBeginningIsNamed() throws IOException {
        other(file -> file.set(
                "post_processor",
                node("{\"type\": \"BertProcessing\", \"sep\": [\"</s>\", 0], \"cls\": [\"</s>\", 0]}")));
        refused("a text begins with ids [] in the first and [0] in the second");
    }

    @Test
    void anotherNormaliserIsFoundByWhatItDoes() throws IOException {
        other(file -> file.set("normalizer", node("{\"type\": \"Lowercase\"}")));
        assertThatCode(() -> SameTokenizer.require(tokenizer, second)).doesNotThrowAnyException();
        other(file -> file.set(
                "normalizer", node("{\"type\": \"Replace\", \"pattern\": {\"String\": \"o\"}, \"content\": \"e\"}")));
        refused("the text \"Hello, World!");
    }

    @Test
    void anotherEndIsRemarkedOn() throws IOException {
        other(file -> {});
        Files.writeString(second.resolve("tokenizer_config.json"), "{\"eos_token\": \"lo\"}");
        SameTokenizer.require(tokenizer, second);
        assertThat(SameTokenizer.remarks(tokenizer, second))
                .singleElement()
                .asString()
                .contains("answers end with \"</s>\"")
                .contains("names \"lo\"");
    }

    private void refused(String difference) {
        assertThatThrownBy(() -> SameTokenizer.require(tokenizer, second))
                .isInstanceOf(TokenizerException.class)
                .hasMessageStartingWith(first + " and " + second + " do not share a tokenizer: " + difference);
    }

    private void other(Consumer<ObjectNode> change) throws IOException {
        ObjectNode file = node(FILE);
        change.accept(file);
        Files.writeString(second.resolve("tokenizer.json"), file.toString());
    }

    private static ObjectNode vocabulary(ObjectNode file) {
        return (ObjectNode) file.path("model").path("vocab");
    }

    private static ObjectNode node(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
