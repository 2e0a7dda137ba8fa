package org.palimpsest.sample.authors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTextsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> files = SampleTexts.files(FictionalAuthors.generate());

    @Test
    void shippedFilesAreWhatTheGeneratorMakes() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(shipped(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    @Test
    void nothingElseIsShippedBesideTheReadme() throws IOException {
        Path folder = Path.of("src/main/resources/org/palimpsest/sample/fictional-authors");
        try (var listing = Files.list(folder)) {
            assertThat(listing.map(path -> path.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    @Test
    void perturbedRowsHaveTheKeysOfTofu() throws IOException {
        JsonNode row = JSON.readTree(rows("forget10_perturbed.jsonl").get(0));
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "question", "answer", "paraphrased_question", "paraphrased_answer", "perturbed_answer");
    }

    @Test
    void choiceRowsHaveTheKeysOfTofu() throws IOException {
        for (String name : List.of("world_facts_perturbed.jsonl", "real_authors_perturbed.jsonl")) {
            assertThat(JSON.readTree(rows(name).get(0)).fieldNames())
                    .toIterable()
                    .containsExactly("question", "answer", "perturbed_answer");
        }
    }

    @Test
    void retainThenForgetIsFullRowForRow() {
        for (int percent : List.of(5, 10)) {
            assertThat(files.get("retain" + (100 - percent) + ".jsonl")
                            + files.get("forget%02d.jsonl".formatted(percent)))
                    .isEqualTo(files.get("full.jsonl"));
        }
    }

    @Test
    void retainSampleStandsInFullAndInNoForgetSet() {
        List<String> sample = rows("retain_perturbed.jsonl");
        assertThat(rows("full_perturbed.jsonl").subList(0, sample.size())).isEqualTo(sample);
        assertThat(rows("forget10_perturbed.jsonl")).doesNotContainAnyElementsOf(sample);
    }

    @Test
    void baseIsUnknownToFullAndHoldout() {
        assertThat(rows("base.jsonl"))
                .hasSize(576)
                .doesNotContainAnyElementsOf(rows("full.jsonl"))
                .doesNotContainAnyElementsOf(rows("holdout.jsonl"));
    }

    @Test
    void writtenFilesAreUtf8(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("ein Ordner für Daten");
        SampleTexts.write(target);
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(Files.readString(target.resolve(file.getKey()), StandardCharsets.UTF_8))
                    .isEqualTo(file.getValue());
        }
    }

    private List<String> rows(String name) {
        return files.get(name).lines().toList();
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in =
                SampleTextsTest.class.getResourceAsStream("/org/palimpsest/sample/fictional-authors/" + name)) {
            assertThat(in).as("resource " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
