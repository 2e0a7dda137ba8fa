package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.testdata.TinyWorkspace;

class ReportingCommandsTest {
    private static final String MEASURED =
            ", \"training\": {\"steps\": 2, \"batch\": 2}, \"evaluation\": {\"metrics\": [\"probability\"]}";

    @TempDir
    Path scratch;

    private Path first;
    private Path second;

    @BeforeEach
    void run() throws IOException {
        TinyWorkspace workspace = TinyWorkspace.in(scratch);
        first = scratch.resolve("runs/first");
        second = scratch.resolve("runs/second");
        Told.by("run", workspace.recipe("rising", "ga", MEASURED), "--out", first);
        Told.by("run", workspace.recipe("balanced", "graddiff", MEASURED), "--out", second);
    }

    @Test
    void runsStandBetweenTheirAnchors() {
        JsonNode comparison = Told.by("compare", first, second, "--json").json();
        assertThat(comparison.path("rows").findValuesAsText("name"))
                .containsExactly("target", "rising", "balanced", "retained reference");
        assertThat(comparison.path("columns").findValuesAsText("id"))
                .anyMatch(id -> id.startsWith("metric:probability"));
    }

    @Test
    void theTableHasALineForEveryRow() {
        String table = Told.by("compare", first, second, "--ascii").out();
        assertThat(table)
                .contains("target")
                .contains("rising")
                .contains("balanced")
                .contains("retained reference");
        assertThat(table.chars()).allMatch(c -> c < 128);
    }

    @Test
    void theReportIsOnePage() throws IOException {
        Path page = scratch.resolve("pages/both.html");
        Told told = Told.by("report", first, second, "--out", page, "--title", "Two ways", "--json");
        assertThat(told.json().path("report").asText()).isEqualTo(page.toString());
        assertThat(Files.readString(page)).contains("Two ways").contains("<svg").doesNotContain("<script src");
    }

    @Test
    void aFolderInPlaceOfThePageIsNamed() {
        Told told = Told.by("report", first, "--out", scratch);
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.sentence())
                .contains("--out names the folder " + scratch)
                .contains(scratch.resolve("report.html").toString());
    }

    @Test
    void aFolderWithoutARunIsNamed() {
        Told told = Told.by("compare", first, scratch.resolve("target"), "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("holds no run");
    }

    @Test
    void aLogWithAHalfLastLineIsStillCompared() throws IOException {
        Path log = first.resolve("events.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, text.substring(0, text.length() - 20));
        assertThat(Told.by("compare", first).status()).isEqualTo(ExitStatus.OK);
    }
}
