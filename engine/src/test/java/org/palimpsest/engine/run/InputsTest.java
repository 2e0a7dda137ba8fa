package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunFolderException;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** A run goes on with what it began with, or says that it does not. */
class InputsTest {
    private static final String SIX_STEPS =
            ", \"training\": {\"steps\": 6, \"batch\": 2, \"microBatch\": 1}, \"checkpoints\": {\"every\": 2, \"keep\": 9}";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;
    private RunFolder run;

    @BeforeEach
    void prepare() throws Exception {
        workspace = TinyWorkspace.in(scratch);
        run = RunFolder.create(scratch.resolve("runs/stopped"));
        RunControl control = new RunControl();
        try (Run started = Run.start(workspace.read(workspace.recipe("r", "ga-kl", SIX_STEPS)), run, control, event -> {
            if (event instanceof RunEvent.StepDone && event.step() == 3) {
                control.send(new RunCommand.Stop());
            }
        })) {
            started.proceed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "forget.jsonl, data.forget",
        "retain.jsonl, data.retain",
        "refusals.txt, data.alternates",
        "target/model.safetensors, model.target/model.safetensors",
        "target/config.json, model.target/config.json",
        "target/tokenizer.json, model.target/tokenizer.json",
        "target/tokenizer_config.json, model.target/tokenizer_config.json",
        "reference/model.safetensors, model.reference/model.safetensors",
    })
    void aChangedFileIsRefusedByWhatItIsForAndItsPath(String file, String role) throws Exception {
        change(scratch.resolve(file));
        assertThatThrownBy(() -> resume(Resumption.USUAL))
                .isInstanceOfSatisfying(ResumeRefusedException.class, e -> assertThat(e.inputsChanged())
                        .isTrue())
                .hasMessageContaining("%s (%s) has other content".formatted(role, scratch.resolve(file)))
                .hasMessageEndingWith("palimpsest resume " + run.path() + " --with-changed-inputs");
    }

    @Test
    void anotherLengthIsNamed() throws Exception {
        Path forget = scratch.resolve("forget.jsonl");
        long before = Files.size(forget);
        Files.writeString(forget, Files.readString(forget) + "{\"question\": \"q\", \"answer\": \"a\"}\n");
        assertThatThrownBy(() -> resume(Resumption.USUAL))
                .hasMessageContaining("data.forget")
                .hasMessageContaining("had %d bytes and has %d".formatted(before, Files.size(forget)));
    }

    @Test
    void aFileThatIsGoneIsNamed() throws Exception {
        Files.delete(scratch.resolve("refusals.txt"));
        assertThatThrownBy(() -> resume(Resumption.USUAL))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("data.alternates")
                .hasMessageContaining("is gone");
    }

    @Test
    void aChangedSettingOfTheKeptRecipeIsRefused() throws Exception {
        Files.writeString(run.recipe(), Files.readString(run.recipe()).replace("\"seed\" : 0", "\"seed\" : 1"));
        assertThatThrownBy(() -> resume(Resumption.USUAL)).hasMessageContaining("recipe.json");
    }

    @Test
    void onDemandItGoesOnWithAMarkInTheLogOnce() throws Exception {
        change(scratch.resolve("forget.jsonl"));
        RunControl control = new RunControl();
        try (Run going = Run.resume(run, new Resumption(null, true), control, event -> {
            if (event instanceof RunEvent.StepDone && event.step() == 5) {
                control.send(new RunCommand.Stop());
            }
        })) {
            going.proceed();
        }
        assertThat(CheckpointTest.warnings(run))
                .singleElement()
                .asString()
                .contains("goes on with changed inputs, as asked: data.forget");
        resume(Resumption.USUAL);
        assertThat(CheckpointTest.warnings(run)).hasSize(1);
    }

    @Test
    void filesThatWereOnlyMovedAreTheSame() throws Exception {
        Files.createDirectories(scratch.resolve("elsewhere"));
        Files.move(scratch.resolve("forget.jsonl"), scratch.resolve("elsewhere/other-name.jsonl"));
        Files.writeString(
                run.recipe(), Files.readString(run.recipe()).replace("forget.jsonl", "elsewhere/other-name.jsonl"));
        resume(Resumption.USUAL);
        assertThat(RunReader.read(run).events()).anyMatch(RunEvent.Finished.class::isInstance);
    }

    @Test
    void aFolderOfVersion01GoesOnWithLinesThatSayWhatCouldNotBeChecked() throws Exception {
        Files.delete(run.inputs());
        resume(Resumption.USUAL);
        assertThat(CheckpointTest.warnings(run)).hasSize(2);
        assertThat(CheckpointTest.warnings(run).get(0))
                .contains("begun by version 0.1")
                .contains("could not be checked");
        assertThat(CheckpointTest.warnings(run).get(1)).contains("one mean over the whole batch");
        assertThat(run.inputs()).exists();
    }

    @Test
    void aRecipeOfVersion01KeepsTheMeanThatItHad() throws Exception {
        String now = Files.readString(run.recipe());
        String before = now.replaceAll(",\\s*\"klPositions\" : \"real\"", "");
        assertThat(before).isNotEqualTo(now);
        Files.writeString(run.recipe(), before);
        assertThat(KeptRecipe.read(run).method().settings()).containsEntry("klPositions", "padded");
    }

    @Test
    void aNewerFolderIsRefusedByItsFormat() throws Exception {
        Files.writeString(run.inputs(), Files.readString(run.inputs()).replace("\"format\" : 2", "\"format\" : 3"));
        assertThatThrownBy(() -> RunFolder.open(run.path()))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("has format 3, written by a newer version of Palimpsest; this one reads up to 2");
    }

    @Test
    void aDamagedRecordIsNamed() throws Exception {
        Files.writeString(run.inputs(), "{\"format\": 2, \"files\": {\"rec");
        assertThatThrownBy(() -> resume(Resumption.USUAL))
                .isInstanceOf(RunException.class)
                .hasMessageContaining(run.inputs() + " is damaged");
    }

    @Test
    void stepsAreNotTakenAgainForAForkWithOtherInputs() throws Exception {
        change(scratch.resolve("forget.jsonl"));
        RunCommand.Fork fork = new RunCommand.Fork(scratch.resolve("runs/fork").toString(), null, null, null);
        assertThatThrownBy(() -> ForkFromDisk.at(run, 1, fork))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("data.forget")
                .hasMessageContaining("has a checkpoint (2, 3)");
    }

    @Test
    void aForkGoesOnWithTheInputsOfItsRun() throws Exception {
        RunCommand.Fork fork = new RunCommand.Fork(scratch.resolve("runs/fork").toString(), "npo", null, null);
        RunFolder child = ForkFromDisk.at(run, 2, fork);
        change(scratch.resolve("retain.jsonl"));
        assertThatThrownBy(() -> Run.resume(child, new RunControl(), event -> {}))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("data.retain");
    }

    @Test
    void anAttackWithOtherInputsSaysSo() throws Exception {
        change(scratch.resolve("retain.jsonl"));
        AttackFromDisk.on(
                run, 2L, "quantisation", java.util.Map.of("int8", false, "nf4", false), new RunControl(), e -> {});
        assertThat(CheckpointTest.warnings(run))
                .singleElement()
                .asString()
                .contains("made with other inputs than the run's: data.retain");
    }

    /** Turns one letter or bit round; the file stays what it is. */
    private static void change(Path file) throws IOException {
        if (file.toString().endsWith(".safetensors")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 4] ^= 1;
            Files.write(file, bytes);
            return;
        }
        String text = Files.readString(file);
        String changed = file.toString().endsWith("config.json")
                ? text.replaceFirst(": ", ":\t")
                : file.getFileName().toString().equals("tokenizer.json")
                        ? text.replaceFirst("\\{", "\t")
                        : text.replaceFirst("[a-z] ", "z ");
        if (file.getFileName().toString().equals("tokenizer.json")) {
            changed = text.substring(0, text.length() - 1) + " ";
            changed = text.endsWith("\n") ? text.substring(0, text.length() - 1) + " " : changed;
        }
        assertThat(changed).isNotEqualTo(text).hasSameSizeAs(text);
        Files.writeString(file, changed);
    }

    private void resume(Resumption how) throws Exception {
        try (Run going = Run.resume(run, how, new RunControl(), event -> {})) {
            going.proceed();
        }
    }
}
