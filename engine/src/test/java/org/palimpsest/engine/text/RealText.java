package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.engine.testdata.ShippedData;

/** Text that nobody wrote for a test. */
final class RealText {
    private RealText() {}

    /** Every line of TOFU's questions and answers as it stands, what a 7B model said to them, and the paragraphs of the project's documents. */
    static List<String> passages() {
        try (Stream<String> tofu = Files.lines(ShippedData.file("tofu/forget10.json"));
                Stream<Path> documents = Files.list(Path.of("..", "docs"))) {
            List<String> passages = new ArrayList<>(tofu.toList());
            JsonNode log = new JsonMapper()
                    .readTree(ShippedData.file("tofu/reference_eval_logs/llama2-7b_retain90.json")
                            .toFile());
            log.path("eval_log.json")
                    .path("generated_text")
                    .forEach(texts -> passages.add(texts.path(1).asText()));
            for (Path document :
                    documents.filter(file -> file.toString().endsWith(".md")).toList()) {
                passages.addAll(List.of(Files.readString(document).split("\n\n")));
            }
            return passages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
