package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunOrigins;
import org.palimpsest.engine.event.Subject;

/** Numbers of different things beside each other, which a table says. */
class RunOriginsTest {
    private static final String RECIPE = """
            {"model": {"target": "/m/target", "reference": "/m/%s"},
             "data": {"forget": {"path": "/d/forget.jsonl", "rows": %s}, "forgetEvaluation": {"path": "/d/questions.jsonl"}}}
            """;

    @TempDir
    Path scratch;

    @Test
    void equalWeightsInOtherFilesAreOneModel() throws IOException {
        assertThat(origins(
                                "a",
                                RECIPE.formatted("copy", "null"),
                                weights("target/model", "1") + weights("reference/model", "1"))
                        .comparesWithItself())
                .isTrue();
        assertThat(origins(
                                "b",
                                RECIPE.formatted("copy", "null"),
                                weights("target/model", "1") + weights("reference/model", "2"))
                        .comparesWithItself())
                .isFalse();
    }

    @Test
    void withoutDigestsTheSameFolderIsOneModel() throws IOException {
        assertThat(origins("a", RECIPE.formatted("target", "null"), "").comparesWithItself())
                .isTrue();
        assertThat(origins("b", RECIPE.formatted("other", "null"), "").comparesWithItself())
                .isFalse();
    }

    @Test
    void otherRowsOfOneFileAreAnotherSet() throws IOException {
        RunOrigins first = origins("a", RECIPE.formatted("r", "\"0-7\""), "");
        RunOrigins second = origins("b", RECIPE.formatted("r", "\"8-15\""), "");
        assertThat(first.forget()).isNotEqualTo(second.forget());
        assertThat(first.measured()).isEqualTo(second.measured());
    }

    @Test
    void oneFileInTwoPlacesIsOneSet() throws IOException {
        String digest = "\"data.forget\": {\"path\": \"x\", \"bytes\": 1, \"sha256\": \"77\"}, ";
        RunOrigins first = origins("a", RECIPE.formatted("r", "null"), digest);
        RunOrigins second =
                origins("b", RECIPE.formatted("r", "null").replace("/d/forget", "/elsewhere/forget"), digest);
        assertThat(first.forget()).isEqualTo(second.forget());
    }

    @Test
    void aTableSaysThatRunsForgetDifferentSetsAndNamesNoBest() {
        Comparison comparison = Comparison.of(List.of(
                run("one", new RunOrigins("A", "Q", "T", "R"), 0.1),
                run("two", new RunOrigins("B", "Q", "T", "R"), 0.2)));
        assertThat(comparison.notes()).contains("Not comparable: these runs forget different sets.");
        assertThat(comparison.runs()).flatExtracting(Comparison.Row::cells).noneMatch(Comparison.Cell::best);
    }

    @Test
    void aTableSaysThatQuestionsDiffer() {
        Comparison comparison = Comparison.of(List.of(
                run("one", new RunOrigins("A", "Q", "T", "R"), 0.1),
                run("two", new RunOrigins("A", "P", "T", "R"), 0.2)));
        assertThat(comparison.notes())
                .contains("Not comparable: forgetting was measured on different questions in these runs.");
    }

    @Test
    void aTableSaysThatAReferenceIsTheTarget() {
        Comparison comparison = Comparison.of(List.of(
                run("one", new RunOrigins("A", "Q", "T", "T"), 0.1),
                run("two", new RunOrigins("A", "Q", "T", "R"), 0.2)));
        assertThat(comparison.notes())
                .anyMatch(note -> note.startsWith("Beside itself: the retained reference of one is its target"))
                .contains("The runs have different retained references; the row shows that of the first.");
    }

    @Test
    void runsOfOneExperimentAreComparedWithoutAWord() {
        Comparison comparison = Comparison.of(List.of(
                run("one", new RunOrigins("A", "Q", "T", "R"), 0.1),
                run("two", new RunOrigins("A", "Q", "T", "R"), 0.2),
                run("old", RunOrigins.UNKNOWN, 0.3)));
        assertThat(comparison.notes()).noneMatch(note -> note.contains("omparable") || note.contains("different"));
        assertThat(comparison.runs()).flatExtracting(Comparison.Row::cells).anyMatch(Comparison.Cell::best);
    }

    private static RecordedRun run(String name, RunOrigins origins, double quality) {
        RunEvent scored =
                new RunEvent.Scored(0, Instant.EPOCH, 1, "forget-quality", Subject.UNLEARNED, quality, Map.of(), "");
        return new RecordedRun(name, "", null, List.of(scored), 0, "", Map.of(), origins);
    }

    private static String weights(String file, String digest) {
        return "\"model.%s.safetensors\": {\"path\": \"x\", \"bytes\": 1, \"sha256\": \"%s\"}, "
                .formatted(file, digest);
    }

    private RunOrigins origins(String name, String recipe, String files) throws IOException {
        RunFolder folder = new RunFolder(Files.createDirectory(scratch.resolve(name)));
        Files.writeString(folder.recipe(), recipe);
        if (!files.isEmpty()) {
            Files.writeString(
                    folder.inputs(),
                    "{\"format\": 2, \"files\": {%s\"recipe.json\": {\"path\": \"x\", \"bytes\": 1, \"sha256\": \"0\"}}}"
                            .formatted(files));
        }
        return RunOrigins.read(folder);
    }
}
