package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.testdata.TinyWorkspace;

class EvaluateCommandTest {
    @TempDir
    Path scratch;

    private Path data;
    private Path keep;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
        data = Files.createDirectories(scratch.resolve("bench"));
        keep = scratch.resolve("keep");
        Files.copy(scratch.resolve("forget.jsonl"), data.resolve("forget10_perturbed.json"));
        Files.copy(scratch.resolve("retain.jsonl"), data.resolve("retain_perturbed.json"));
    }

    @Test
    void everyMetricOfTheBenchmarkIsThereForModelAndReference() {
        JsonNode told =
                evaluate("--reference", scratch.resolve("reference"), "--json").json();
        assertThat(told.path("scores").fieldNames()).toIterable().contains("forget-quality", "model-utility");
        assertThat(told.path("scores").path("forget.probability").path("value").isNumber())
                .isTrue();
        assertThat(told.path("reference")
                        .path("forget.probability")
                        .path("value")
                        .isNumber())
                .isTrue();
    }

    @Test
    void filesThatAreCompressedAreFoundToo() throws IOException {
        Files.delete(data.resolve("forget10_perturbed.json"));
        try (OutputStream gzip =
                new GZIPOutputStream(Files.newOutputStream(data.resolve("forget10_perturbed.jsonl.gz")))) {
            Files.copy(scratch.resolve("forget.jsonl"), gzip);
        }
        assertThat(evaluate("--json")
                        .json()
                        .path("scores")
                        .path("forget.probability")
                        .path("value")
                        .isNumber())
                .isTrue();
    }

    @Test
    void withoutReferenceTheForgetQualityIsMissingWithANote() {
        JsonNode quality = evaluate("--json").json().path("scores").path("forget-quality");
        assertThat(quality.path("value").isNull()).isTrue();
        assertThat(quality.path("note").asText()).isNotBlank();
    }

    @Test
    void theReferencesScoresAreKeptAndUsedAgain() throws IOException {
        Path reference = scratch.resolve("reference");
        Told first = evaluate("--reference", reference, "--json");
        Told second = evaluate("--reference", reference, "--json");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(first.err()).contains("retained reference: ");
        assertThat(second.err()).doesNotContain("retained reference: ");
    }

    @Test
    void theTableHasALineAMetric() {
        assertThat(evaluate().out().lines().map(line -> line.split(" ")[0])).contains("forget.probability");
    }

    @Test
    void anUnknownBenchmarkIsAnsweredWithTheKnownOnes() {
        assertThat(evaluate("--benchmark", "tofi").sentence())
                .contains("\"tofi\"")
                .contains("tofu-likelihood");
    }

    @Test
    void aMissingSplitIsNamed() {
        Told told = evaluate("--split", "forget99", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("forget99_perturbed.json");
    }

    @Test
    void aBatchOfNothingIsRefused() {
        assertThat(evaluate("--batch", 0).sentence()).contains("batch").contains("at least 1");
    }

    @Test
    void aBatchOfNothingIsRefusedByTheNameOfItsOption() {
        assertThat(evaluate("--batch", 0).sentence()).contains("--batch must be at least 1, but is 0");
    }

    private Told evaluate(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "evaluate",
                scratch.resolve("target"),
                "--benchmark",
                "tofu-likelihood",
                "--data",
                data,
                "--split",
                "forget10",
                "--keep",
                keep));
        for (int i = 0; i < more.length; i++) {
            int given = arguments.indexOf(more[i]);
            if (given >= 0) {
                arguments.set(given + 1, more[++i]);
            } else {
                arguments.add(more[i]);
            }
        }
        return Told.by(arguments.toArray());
    }
}
