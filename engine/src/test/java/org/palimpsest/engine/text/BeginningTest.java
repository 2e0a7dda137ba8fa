package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in front of a text: beginnings recorded with transformers 5.17, which for every one of these post-processors were the
 * same whether tokenizer_config.json said {@code add_bos_token} true, false or nothing, and for each of four tokenizer classes.
 */
class BeginningTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void thePostProcessorAloneDecides(String name, JsonNode processor, Boolean addsBos, List<Integer> expected)
            throws IOException {
        write(processor, addsBos);
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(Arrays.stream(tokenizer.beginning()).boxed()).isEqualTo(expected);
        }
    }

    static List<Object[]> cases() throws IOException {
        try (InputStream in = BeginningTest.class.getResourceAsStream("beginnings.json")) {
            List<Object[]> cases = new ArrayList<>();
            for (JsonNode one : JSON.readTree(in).path("cases")) {
                List<Integer> expected = StreamSupport.stream(
                                one.path("beginning").spliterator(), false)
                        .map(JsonNode::asInt)
                        .toList();
                for (Boolean adds : new Boolean[] {null, true, false}) {
                    cases.add(new Object[] {one.path("name").asText(), one.path("post_processor"), adds, expected});
                }
            }
            return cases;
        }
    }

    @Test
    void aPlainPromptBeginsAsThePostProcessorSays() throws IOException {
        JsonNode template = cases().stream()
                .filter(one -> one[0].equals("template-two"))
                .map(one -> (JsonNode) one[1])
                .findFirst()
                .orElseThrow();
        write(template, null);
        PlainPrompt format = new PlainPrompt("{question}", "{answer}", PlainPrompt.Beginning.TOKENIZER);
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(format.prompt(tokenizer, "ab")).containsExactly(1, 3, 6);
            assertThat(format.conversation(tokenizer, "ab", "a")).containsExactly(1, 3, 6, 4, 2);
        }
    }

    @Test
    void aBeginningThatStandsThereIsNotDoubled() throws IOException {
        write(JSON.nullNode(), null);
        PlainPrompt format = new PlainPrompt("<s>{question}", "{answer}", PlainPrompt.Beginning.ALWAYS);
        try (Tokenizer tokenizer = Tokenizer.open(folder)) {
            assertThat(format.prompt(tokenizer, "ab")).containsExactly(1, 6);
        }
    }

    private void write(JsonNode processor, Boolean addsBos) throws IOException {
        ObjectNode tokenizer = (ObjectNode) JSON.readTree("""
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
                 "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
                 "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
                 "model": {"type": "BPE", "vocab": {"<pad>": 0, "<s>": 1, "</s>": 2, "<lang>": 3, "a": 4, "b": 5, "ab": 6}, "merges": ["a b"]}}
                """);
        for (String token : List.of("<pad>", "<s>", "</s>", "<lang>")) {
            tokenizer
                    .withArray("added_tokens")
                    .addObject()
                    .put("id", tokenizer.path("added_tokens").size() - 1)
                    .put("content", token)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        tokenizer.set("post_processor", processor);
        ObjectNode config = JSON.createObjectNode()
                .put("bos_token", "<s>")
                .put("eos_token", "</s>")
                .put("pad_token", "<pad>");
        if (addsBos != null) {
            config.put("add_bos_token", addsBos);
        }
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer.toString());
        Files.writeString(folder.resolve("tokenizer_config.json"), config.toString());
    }
}
