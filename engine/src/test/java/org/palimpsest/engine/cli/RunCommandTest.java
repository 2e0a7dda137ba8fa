package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.testdata.TinyWorkspace;

class RunCommandTest {
    private static final String FOUR_STEPS =
            ", \"training\": {\"steps\": 4, \"batch\": 2, \"learningRate\": 0.01}, \"checkpoints\": {\"every\": 2, \"keep\": 9}";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
    }

    @Test
    void aRunEndsWithItsTableAndItsFolder() throws IOException {
        Path out = scratch.resolve("runs/Läufe mit Leerzeichen");
        Told told = Told.by("run", workspace.recipe("plain", "npo", FOUR_STEPS), "--out", out);
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.out()).contains("plain").endsWith(out + System.lineSeparator());
        assertThat(told.err()).contains("plain: npo, 4 steps").contains("step 4 of 4  loss ");
        assertThat(RunSummary.of(RunFolder.open(out)).state()).isEqualTo(RunSummary.State.FINISHED);
    }

    @Test
    void withJsonTheEndIsOneDocument() throws IOException {
        JsonNode told = Told.by(
                        "run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", scratch.resolve("out"), "--json")
                .json();
        assertThat(told.path("ending").asText()).isEqualTo("finished");
        assertThat(told.path("step").asInt()).isEqualTo(4);
    }

    @Test
    void scoresAreInTheDocument() throws IOException {
        String measured = FOUR_STEPS + ", \"evaluation\": {\"metrics\": [\"probability\"]}";
        JsonNode told = Told.by("run", workspace.recipe("m", "ga", measured), "--out", scratch.resolve("out"), "--json")
                .json();
        assertThat(told.path("scores")
                        .path("unlearned")
                        .path("forget.probability")
                        .path("value")
                        .isNumber())
                .isTrue();
    }

    @Test
    void theThreadsOfTheCommandLineAreKeptInTheRecipe() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out, "--threads", 2);
        assertThat(Files.readString(out.resolve("recipe.json"))).contains("\"threads\" : 2");
    }

    @Test
    void aLossThatIsNoNumberPausesTheRunWhereItCanBeResumed() throws IOException {
        Path out = scratch.resolve("out");
        byte[] sound = Files.readAllBytes(weights());
        Told told = runOnANumberThatIsNone(out, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.PAUSED);
        assertThat(told.json().path("ending").asText()).isEqualTo("paused");
        assertThat(told.json().path("reason").asText()).contains("step 1");
        assertThat(told.err()).contains("palimpsest resume " + out).contains("smaller learning rate");
        assertThat(RunSummary.of(RunFolder.open(out)).state()).isEqualTo(RunSummary.State.STOPPED);
        Files.write(weights(), sound);
        deleteCheckpoints(out);
        Told refused = Told.by("resume", out);
        assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(refused.sentence())
                .contains("model.target/model.safetensors")
                .contains("has other content")
                .contains("palimpsest resume " + out + " --with-changed-inputs");
        assertThat(Told.by("resume", out, "--with-changed-inputs").status()).isEqualTo(ExitStatus.OK);
    }

    /** Runs with a weight so large that the loss is no number. */
    private Told runOnANumberThatIsNone(Path out, Object... more) throws IOException {
        byte[] bytes = Files.readAllBytes(weights());
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.MAX_VALUE);
        Files.write(weights(), bytes);
        List<Object> arguments =
                new ArrayList<>(List.of("run", workspace.recipe("blown", "graddiff", FOUR_STEPS), "--out", out));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray());
    }

    private Path weights() {
        return scratch.resolve("target/model.safetensors");
    }

    private static void deleteCheckpoints(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run.resolve("checkpoints"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aForkGoesOnWithAnotherLearningRate() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "graddiff", FOUR_STEPS), "--out", out);
        Path gentle = scratch.resolve("gentle");
        Told told = Told.by("fork", out, "--at", 2, "--out", gentle, "--learning-rate", 1e-4, "--run", "--json");
        assertThat(told.json().path("ending").asText()).isEqualTo("finished");
        assertThat(Files.readString(gentle.resolve("recipe.json"))).contains("\"learningRate\" : 1.0E-4");
        assertThat(losses(gentle)).hasSize(2).doesNotContain(losses(out).get(3));
    }

    @Test
    void aFinishedRunIsNotResumed() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out);
        Told told = Told.by("resume", out, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("is finished; fork it");
    }

    @Test
    void aFolderWithoutARunIsNotResumed() {
        assertThat(Told.by("resume", scratch.resolve("target")).sentence()).contains("holds no run");
    }

    @Test
    void aRunInUseIsNotOpenedTwice() throws IOException {
        Path out = scratch.resolve("out");
        runOnANumberThatIsNone(out);
        try (RunLock held = RunLock.acquire(RunFolder.open(out))) {
            assertThat(held).isNotNull();
            assertThat(Told.by("resume", out).sentence()).contains("in use").contains("process");
        }
    }

    @Test
    void aForkWithTheSameMethodTakesTheRemainingStepsAlike() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "npo", FOUR_STEPS), "--out", out);
        Path forked = scratch.resolve("forked");
        Told told = Told.by("fork", out, "--at", 3, "--out", forked, "--run");
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(losses(forked)).containsExactly(losses(out).get(3));
    }

    @Test
    void aForkChangesTheSettingsGivenAndKeepsTheOthers() throws IOException {
        Path out = scratch.resolve("out");
        Path recipe = workspace.recipe("plain", "npo", FOUR_STEPS);
        Files.writeString(
                recipe,
                Files.readString(recipe)
                        .replace("{\"id\": \"npo\"}", "{\"id\": \"npo\", \"settings\": {\"gamma\": 3}}"));
        Told.by("run", recipe, "--out", out);
        Path forked = scratch.resolve("forked");
        Told.by("fork", out, "--at", 2, "--out", forked, "--set", "beta=0.5");
        assertThat(Files.readString(forked.resolve("recipe.json")))
                .contains("\"beta\" : 0.5")
                .contains("\"gamma\" : 3.0");
    }

    @Test
    void aForkBeyondTheLastStepIsRefused() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out);
        Told told = Told.by("fork", out, "--at", 5, "--out", scratch.resolve("forked"));
        assertThat(told.sentence()).contains("has steps 0 to 4");
        assertThat(scratch.resolve("forked")).doesNotExist();
    }

    @Test
    void aForkToAMethodThatLacksItsModelIsRefused() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out);
        Told told = Told.by("fork", out, "--at", 2, "--out", scratch.resolve("forked"), "--method", "retrain");
        assertThat(told.sentence())
                .contains("cannot go on with method \"retrain\"")
                .contains("/model/base");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"speed\": 1 | speed",
                "\"training\": {\"batch\": 0} | /training/batch",
                "\"training\": {\"batch\": \"many\"} | /training/batch",
                "\"attacks\": [{\"id\": \"magic\"}] | magic",
            })
    void aBadRecipeIsRefusedWithItsPlaceAndLeavesNoFolder(String more, String part) throws IOException {
        Path out = scratch.resolve("out");
        Told told = Told.by("run", workspace.recipe("bad", "npo", ", " + more), "--out", out, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText())
                .contains("bad.json")
                .contains("line")
                .contains(part);
        assertThat(out).doesNotExist();
    }

    @Test
    void aRecipeThatIsNoJsonIsNamedWithItsLine() throws IOException {
        Path recipe = Files.writeString(scratch.resolve("broken.json"), "{\n  \"model\": oops\n}\n");
        assertThat(Told.by("run", recipe, "--out", scratch.resolve("out")).sentence())
                .contains("broken.json: line 2");
    }

    @Test
    void aRunThatCannotBeginLeavesNoFolder() throws IOException {
        Files.writeString(scratch.resolve("forget.jsonl"), "");
        Path out = scratch.resolve("out");
        Told told = Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("forget.jsonl");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderWithSomethingInItIsNotRunInto() throws IOException {
        Path recipe = workspace.recipe("plain", "ga", FOUR_STEPS);
        assertThat(Told.by("run", recipe, "--out", scratch.resolve("target")).sentence())
                .contains("is not empty");
        assertThat(scratch.resolve("target/model.safetensors")).exists();
    }

    @Test
    void aRunsCheckpointIsExportedAsAModel() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out);
        Path early = scratch.resolve("early");
        Path late = scratch.resolve("late");
        assertThat(Told.by("model", "export", out, "--step", 2, "--out", early).status())
                .isEqualTo(ExitStatus.OK);
        assertThat(Told.by("model", "export", out, "--out", late).status()).isEqualTo(ExitStatus.OK);
        assertThat(Told.by("model", "logits", early, "--ids", "1,70", "--json").json())
                .isNotEqualTo(Told.by("model", "logits", late, "--ids", "1,70", "--json")
                        .json());
        assertThat(late.resolve("tokenizer.json")).exists();
    }

    @Test
    void anExportOfAStepWithoutCheckpointNamesThoseThereAre() throws IOException {
        Path out = scratch.resolve("out");
        Told.by("run", workspace.recipe("plain", "ga", FOUR_STEPS), "--out", out);
        assertThat(Told.by("model", "export", out, "--step", 3, "--out", scratch.resolve("x"))
                        .sentence())
                .contains("no checkpoint of step 3, but of 2, 4");
    }

    private static List<Double> losses(Path run) {
        return RunReader.read(RunFolder.open(run)).events().stream()
                .filter(RunEvent.StepDone.class::isInstance)
                .map(event -> ((RunEvent.StepDone) event).terms().get("loss"))
                .toList();
    }
}
