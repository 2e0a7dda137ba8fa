package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.testdata.EffectiveLog;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Checkpoints that are not what was written are refused by name, and the one before is offered. */
class CheckpointTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIX_STEPS =
            ", \"training\": {\"steps\": 6, \"batch\": 2, \"learningRate\": 0.01, \"warmupSteps\": 1}, \"checkpoints\": {\"every\": 2, \"keep\": 9}";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;
    /** Stopped behind step 4, with checkpoints of steps 2 and 4. */
    private RunFolder run;

    @BeforeEach
    void prepare() throws Exception {
        workspace = TinyWorkspace.in(scratch);
        run = RunFolder.create(scratch.resolve("runs/stopped"));
        start(run, "npo", 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "optimiser.safetensors", "position.json", "digests.json"})
    void aFlippedBitAnywhereInAnyFileIsRefused(String name) throws Exception {
        Path file = at(4).resolve(name);
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            byte[] flipped = sound.clone();
            flipped[i == 0 ? 0 : random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            if (saysTheSame(name, sound, flipped)) {
                continue;
            }
            assertRefused(name);
        }
        Files.write(file, sound);
        resume(run, Resumption.USUAL);
    }

    /** A blank in a text may be another blank. */
    private static boolean saysTheSame(String name, byte[] sound, byte[] flipped) {
        if (!name.equals("digests.json")) {
            return false;
        }
        try {
            return JSON.readTree(sound).equals(JSON.readTree(flipped));
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "optimiser.safetensors", "position.json", "digests.json"})
    void aMissingFileIsRefused(String name) throws Exception {
        Files.delete(at(4).resolve(name));
        assertRefused(name).hasMessageContaining("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "optimiser.safetensors", "position.json", "digests.json"})
    void aTruncatedFileIsRefused(String name) throws Exception {
        Path file = at(4).resolve(name);
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, sound.length / 2, sound.length - 3}) {
            Files.write(file, java.util.Arrays.copyOf(sound, length));
            assertRefused(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|lacks \"step\"",
                "''|is empty",
                "[]|is not a JSON object",
                "null|is not a JSON object",
                "{\"step\": 4|is not JSON any more",
                "{\"step\": 4, \"peakLearningRate\": 0.01}|lacks \"tokens\"",
                "{\"step\": 4, \"tokens\": 10}|lacks \"peakLearningRate\"",
                "{\"step\": 4.5, \"peakLearningRate\": 0.01, \"tokens\": 10}|a whole number as \"step\", but has 4.5",
                "{\"step\": \"4\", \"peakLearningRate\": 0.01, \"tokens\": 10}|a whole number as \"step\", but has \"4\"",
                "{\"step\": 4, \"peakLearningRate\": null, \"tokens\": 10}|a number as \"peakLearningRate\", but has null",
                "{\"step\": 4, \"peakLearningRate\": -1, \"tokens\": 10}|which no run can have",
                "{\"step\": 4, \"peakLearningRate\": 0.01, \"tokens\": -1}|which no run can have",
                "{\"step\": 2, \"peakLearningRate\": 0.01, \"tokens\": 10}|says step 2, but the folder is step-0000004",
                "{\"format\": 2, \"step\": 4, \"peakLearningRate\": 0.01, \"tokens\": 10}|lacks \"optimiser\"",
                "{\"format\": 3, \"step\": 4}|has format 3, written by a newer version of Palimpsest; this one reads up to 2",
                "{\"format\": 0, \"step\": 4}|says format 0, which there is not",
            })
    void aPositionThatIsNoneIsRefusedByItsField(String position, String problem) throws Exception {
        asVersion01(4);
        Files.writeString(at(4).resolve("position.json"), position);
        assertRefused("position.json").hasMessageContaining(problem);
    }

    @Test
    void aCheckpointUnderAnotherStepsNameIsRefused() throws Exception {
        Files.move(at(4), at(5));
        assertThatThrownBy(() -> resume(run, Resumption.USUAL))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("the checkpoint " + at(5) + " cannot be used: ")
                .hasMessageContaining("says step 4, but the folder is step-0000005")
                .hasMessageEndingWith("palimpsest resume " + run.path() + " --from 2");
    }

    @Test
    void aCheckpointOfAnotherModelIsRefusedByTheTensor() throws Exception {
        asVersion01(4);
        Files.copy(
                scratch.resolve("target/model.safetensors"),
                at(4).resolve("optimiser.safetensors"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertRefused("optimiser state \"m.model.").hasMessageContaining("is missing");
    }

    @Test
    void theOneBeforeThatIsDamagedTooIsNotOffered() throws Exception {
        Files.delete(at(4).resolve("position.json"));
        Files.delete(at(2).resolve("optimiser.safetensors"));
        assertThatThrownBy(() -> resume(run, Resumption.USUAL))
                .isInstanceOfSatisfying(ResumeRefusedException.class, e -> assertThat(e.offeredStep())
                        .isEqualTo(OptionalLong.of(0)))
                .hasMessageEndingWith("begin again with the first step: palimpsest resume " + run.path() + " --from 0");
    }

    @Test
    void nothingIsChangedByARefusal() throws Exception {
        byte[] log = Files.readAllBytes(run.events());
        Files.delete(at(4).resolve("position.json"));
        assertThatThrownBy(() -> resume(run, Resumption.USUAL)).isInstanceOf(ResumeRefusedException.class);
        assertThat(Files.readAllBytes(run.events())).isEqualTo(log);
        assertThat(Checkpoint.of(run)).extracting(Checkpoint::step).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2})
    void fromTheOneBeforeTheRunGoesOnToTheSameEnd(long from) throws Exception {
        RunFolder whole = RunFolder.create(scratch.resolve("runs/whole"));
        start(whole, "npo", -1);
        Files.delete(at(4).resolve("position.json"));
        resume(run, new Resumption(from, false));
        assertThat(Files.readAllBytes(Checkpoint.latest(run).orElseThrow().weights()))
                .isEqualTo(Files.readAllBytes(
                        Checkpoint.latest(whole).orElseThrow().weights()));
        assertThat(EffectiveLog.of(run)).isEqualTo(EffectiveLog.of(whole));
    }

    @Test
    void checkpointsOfStepsThatAreTakenAgainAreGone() throws Exception {
        try (Run going = Run.resume(run, new Resumption(2L, false), new RunControl(), event -> {})) {
            assertThat(Checkpoint.of(run)).extracting(Checkpoint::step).containsExactly(2L);
            assertThat(going.session().step()).isEqualTo(2);
        }
    }

    @Test
    void aStepWithoutCheckpointIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> resume(run, new Resumption(3L, false)))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("no checkpoint of step 3; there are those of step 2, 4");
    }

    @Test
    void aCheckpointOfVersion01GoesOnWithALineThatSaysWhatCouldNotBeChecked() throws Exception {
        asVersion01(4);
        resume(run, Resumption.USUAL);
        assertThat(warnings(run))
                .singleElement()
                .asString()
                .contains("checkpoint of step 4 was written by version 0.1")
                .contains("could not be checked");
    }

    @Test
    void aForkWhoseFirstCheckpointIsDamagedIsForkedAgain() throws Exception {
        RunFolder fork = ForkFromDisk.at(
                run, 4, new RunCommand.Fork(scratch.resolve("runs/fork").toString(), null, null, null));
        Files.delete(fork.checkpoints().resolve("step-0000004/weights.safetensors"));
        assertThatThrownBy(() -> resume(fork, Resumption.USUAL))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("weights.safetensors is missing")
                .hasMessageContaining("palimpsest fork \"%s\" --at 4".formatted(run.path()));
        try (Stream<Path> files = Files.walk(fork.checkpoints().resolve("step-0000004"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> resume(fork, Resumption.USUAL))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("that is gone. Fork it again");
    }

    @Test
    void aForkWithAnotherMethodHasNoOptimiserAndSaysSo() throws Exception {
        RunFolder fork = ForkFromDisk.at(
                run, 4, new RunCommand.Fork(scratch.resolve("runs/fork").toString(), "graddiff", null, null));
        Path first = fork.checkpoints().resolve("step-0000000");
        assertThat(first.resolve("optimiser.safetensors")).doesNotExist();
        assertThat(JSON.readTree(first.resolve("position.json").toFile())
                        .path("optimiser")
                        .asBoolean(true))
                .isFalse();
        resume(fork, Resumption.USUAL);
        assertThat(RunReader.read(fork).events()).noneMatch(RunEvent.Warned.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "optimiser.safetensors", "position.json"})
    void aForkOfADamagedCheckpointIsRefused(String name) throws Exception {
        Files.write(at(4).resolve(name), new byte[] {1});
        assertThatThrownBy(() -> ForkFromDisk.at(
                        run, 4, new RunCommand.Fork(scratch.resolve("runs/fork").toString(), null, null, null)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("the checkpoint " + at(4) + " cannot be used: " + name);
    }

    @Test
    void damagedWeightsAreNotAttacked() throws Exception {
        Path weights = at(4).resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(() ->
                        AttackFromDisk.on(run, 4L, "quantisation", java.util.Map.of(), new RunControl(), event -> {}))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("weights.safetensors is not as it was written");
    }

    @Test
    void aCheckpointKilledWhileItReplacedItsPredecessorIsPutBack() throws Exception {
        Files.move(at(4), run.checkpoints().resolve(".old-step-0000004"));
        Files.createDirectories(run.checkpoints().resolve(".part-step-0000004"));
        Files.createDirectories(run.checkpoints().resolve(".gone-step-0000001"));
        try (Run going = Run.resume(run, new RunControl(), event -> {})) {
            assertThat(going.session().step()).isEqualTo(4);
        }
        try (Stream<Path> entries = Files.list(run.checkpoints())) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("step-0000002", "step-0000004");
        }
    }

    private Path at(long step) {
        return run.checkpoints().resolve("step-%07d".formatted(step));
    }

    /** Takes from a checkpoint what version 0.1 did not write. */
    private void asVersion01(long step) throws IOException {
        Files.delete(at(step).resolve("digests.json"));
        Path position = at(step).resolve("position.json");
        ObjectNode fields = (ObjectNode) JSON.readTree(position.toFile());
        fields.remove(List.of("format", "optimiser"));
        Files.writeString(position, fields.toString());
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String named) {
        return assertThatThrownBy(() -> resume(run, Resumption.USUAL))
                .isInstanceOfSatisfying(ResumeRefusedException.class, e -> assertThat(e.offeredStep())
                        .isEqualTo(OptionalLong.of(2)))
                .hasMessageContaining("the checkpoint " + at(4) + " cannot be used: ")
                .hasMessageContaining(named)
                .hasMessageEndingWith("palimpsest resume " + run.path() + " --from 2");
    }

    /** Begins a run and stops it behind a step; -1 for never. */
    private void start(RunFolder folder, String method, long stopAt) throws Exception {
        RunControl control = new RunControl();
        try (Run started =
                Run.start(workspace.read(workspace.recipe("r", method, SIX_STEPS)), folder, control, event -> {
                    if (event instanceof RunEvent.StepDone && event.step() == stopAt) {
                        control.send(new RunCommand.Stop());
                    }
                })) {
            started.proceed();
        }
    }

    private static void resume(RunFolder folder, Resumption how) throws Exception {
        try (Run going = Run.resume(folder, how, new RunControl(), event -> {})) {
            going.proceed();
        }
    }

    static List<String> warnings(RunFolder folder) {
        return RunReader.read(folder).events().stream()
                .filter(RunEvent.Warned.class::isInstance)
                .map(event -> ((RunEvent.Warned) event).message())
                .toList();
    }
}
