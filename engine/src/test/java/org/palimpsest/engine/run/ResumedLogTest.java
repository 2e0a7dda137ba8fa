package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.testdata.EffectiveLog;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** The log of a run that is taken up again, against that of the same run left alone. */
class ResumedLogTest {
    /** Every kind of event of an ordinary course; a probe that has a remark, and a loss that runs away. */
    private static final String EVERYTHING =
            ", \"training\": {\"steps\": 4, \"batch\": 2, \"learningRate\": 0.02, \"warmupSteps\": 1, \"schedule\": \"constant\"}"
                    + ", \"checkpoints\": {\"every\": 2, \"keep\": 1}"
                    + ", \"probes\": [{\"id\": \"answer-probability\", \"every\": 2}, {\"id\": \"truth-ratio\", \"every\": 3},"
                    + " {\"id\": \"concept-vectors\", \"every\": 4, \"settings\": {\"concepts\": 2}}]"
                    + ", \"evaluation\": {\"metrics\": [\"probability\"]}"
                    + ", \"attacks\": [{\"id\": \"relearning\", \"settings\": {\"samples\": 2, \"steps\": 2, \"every\": 1}}]";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
        // Without wrong answers a probe has a remark.
        Path retain = scratch.resolve("retain.jsonl");
        Files.writeString(retain, Files.readString(retain).replaceAll(", \"perturbed_answer\": \\[[^\\]]*\\]", ""));
    }

    @Test
    void aRunKilledBehindAnyEventHasTheSameLogInTheEnd() throws Exception {
        List<RunFolder> killed = new ArrayList<>();
        RunFolder whole = RunFolder.create(scratch.resolve("runs/whole"));
        // The folder as it is behind an event is what a kill at that moment leaves.
        try (Run run = Run.start(recipe(), whole, new RunControl(), event -> {
            if (!(event instanceof RunEvent.Progress) && !(event instanceof RunEvent.Finished)) {
                killed.add(copy(whole, "runs/killed-" + event.sequence()));
            }
        })) {
            run.proceed();
        }
        List<String> expected = EffectiveLog.of(whole);
        assertThat(RunReader.read(whole).events()).anyMatch(RunEvent.Warned.class::isInstance);
        for (RunFolder folder : killed) {
            resume(folder);
            assertThat(EffectiveLog.of(folder)).as(folder.path().toString()).isEqualTo(expected);
            assertThat(Files.readAllBytes(weights(folder))).isEqualTo(Files.readAllBytes(weights(whole)));
        }
    }

    @Test
    void aRunKilledBetweenACheckpointAndItsLineSaysSoWhenItGoesOn() throws Exception {
        RunFolder whole = RunFolder.create(scratch.resolve("runs/whole"));
        List<RunFolder> killed = new ArrayList<>();
        try (Run run = Run.start(recipe(), whole, new RunControl(), event -> {
            if (event instanceof RunEvent.CheckpointWritten && event.step() == 2) {
                killed.add(copy(whole, "runs/killed"));
            }
        })) {
            run.proceed();
        }
        Path log = killed.get(0).events();
        List<String> lines = Files.readAllLines(log);
        Files.write(log, lines.subList(0, lines.size() - 1));
        resume(killed.get(0));
        assertThat(EffectiveLog.of(killed.get(0))).isEqualTo(EffectiveLog.of(whole));
    }

    @Test
    void termsKeepTheOrderInWhichTheMethodNamesThem() throws Exception {
        RunFolder folder = RunFolder.create(scratch.resolve("runs/dipo"));
        String fourSteps = ", \"training\": {\"steps\": 4, \"batch\": 2}";
        try (Run run = Run.start(
                workspace.read(workspace.recipe("dipo", "dipo", fourSteps)), folder, new RunControl(), event -> {})) {
            run.proceed();
        }
        assertThat(Files.readAllLines(folder.events()).stream().filter(line -> line.contains("\"event\":\"step\"")))
                .hasSize(4)
                .allMatch(line -> line.matches(
                        ".*\"terms\":\\{\"loss\":[^,]*,\"forget\":[^,]*,\"retain\":[^,]*,\"margin\":[^,]*,\"weight\":[^,]*,"
                                + "\"labelProbability\":[^,]*,\"confidentMass\":[^,]*,\"entropy\":.*"));
    }

    private org.palimpsest.engine.recipe.Recipe recipe() throws IOException {
        return workspace.read(workspace.recipe("whole", "ga", EVERYTHING));
    }

    private static void resume(RunFolder folder) throws Exception {
        try (Run run = Run.resume(folder, new RunControl(), event -> {})) {
            assertThat(run.proceed()).isEqualTo(Run.Ending.FINISHED);
        }
    }

    private static Path weights(RunFolder folder) {
        return Checkpoint.latest(folder).orElseThrow().weights();
    }

    private RunFolder copy(RunFolder folder, String name) {
        Path to = scratch.resolve(name);
        try (Stream<Path> all = Files.walk(folder.path())) {
            for (Path path : all.toList()) {
                Path target = to.resolve(folder.path().relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new RunFolder(to);
    }
}
