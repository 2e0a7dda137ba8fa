package org.palimpsest.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.event.process.WorkerEnd;
import org.palimpsest.engine.event.process.WorkerProcess;
import org.palimpsest.engine.run.Checkpoint;
import org.palimpsest.engine.testdata.EffectiveLog;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Workers are killed without warning and resumed; what they end with is compared bit for bit with a run that was left alone. */
class KilledWorkerTest {
    private static final String WATCHED_AND_ATTACKED =
            ", \"training\": {\"steps\": 7, \"batch\": 2, \"learningRate\": 0.01, \"warmupSteps\": 1}, \"checkpoints\": {\"every\": 3}"
                    + ", \"probes\": [{\"id\": \"answer-probability\", \"every\": 2}]"
                    + ", \"attacks\": [{\"id\": \"relearning\", \"settings\": {\"samples\": 2, \"steps\": 2, \"every\": 1}}]";

    @TempDir
    Path scratch;

    private TinyWorkspace workspace;
    private Path recipe;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
        recipe = workspace.recipe("killed", "npo", WATCHED_AND_ATTACKED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 7})
    void goesOnToTheSameBits(long killedAt) throws Exception {
        Path whole = scratch.resolve("runs/whole");
        assertThat(start(whole, -1).await().finished()).isTrue();
        Path killed = scratch.resolve("runs/killed");
        WorkerEnd end = start(killed, killedAt).await();
        assertThat(end.status()).isEqualTo(137);
        assertThat(end.inWords()).contains("killed").contains("resumed");
        assertThat(WorkerProcess.resume(killed, 1, scratch.resolve("log"), event -> {})
                        .await()
                        .finished())
                .isTrue();
        assertThat(losses(killed)).hasSize(7).isEqualTo(losses(whole));
        assertThat(observations(killed)).isEqualTo(observations(whole));
        assertThat(attackPoints(killed)).isEqualTo(attackPoints(whole));
        assertThat(finalWeights(killed)).isEqualTo(finalWeights(whole));
        // Name for name and line for line, by two programs: orders that differ from one start of Java to the next would
        // show.
        assertThat(EffectiveLog.of(RunFolder.open(killed))).isEqualTo(EffectiveLog.of(RunFolder.open(whole)));
    }

    @Test
    void twoRunsGoOnAtOnce() throws Exception {
        WorkerProcess one = start(scratch.resolve("runs/one"), -1);
        WorkerProcess two = start(scratch.resolve("runs/two"), -1);
        assertThat(one.await().finished()).isTrue();
        assertThat(two.await().finished()).isTrue();
        assertThat(losses(scratch.resolve("runs/one"))).isEqualTo(losses(scratch.resolve("runs/two")));
    }

    @Test
    void aDamagedCheckpointEndsTheWorkerWithTheStepToGoOnFrom() throws Exception {
        Path folder = scratch.resolve("runs/damaged");
        start(folder, 7).await();
        Path newest = Checkpoint.latest(RunFolder.open(folder)).orElseThrow().folder();
        Files.delete(newest.resolve("optimiser.safetensors"));
        WorkerEnd end = WorkerProcess.resume(folder, 1, scratch.resolve("log"), event -> {})
                .await();
        assertThat(end.status()).isEqualTo(WorkerEnd.CHECKPOINT_REFUSED);
        assertThat(end.refused()).isTrue();
        assertThat(end.inWords()).contains("optimiser.safetensors is missing");
        long offered = end.offeredStep().orElseThrow();
        assertThat(WorkerProcess.resume(folder, offered, false, 1, scratch.resolve("log"), event -> {})
                        .await()
                        .finished())
                .isTrue();
    }

    @Test
    void changedInputsEndTheWorkerUnlessTheyAreWanted() throws Exception {
        Path folder = scratch.resolve("runs/changed");
        start(folder, 4).await();
        Path forget = scratch.resolve("forget.jsonl");
        Files.writeString(forget, Files.readString(forget).replace("answer 3", "answer 8"));
        WorkerEnd end = WorkerProcess.resume(folder, 1, scratch.resolve("log"), event -> {})
                .await();
        assertThat(end.status()).isEqualTo(WorkerEnd.INPUTS_CHANGED);
        assertThat(end.inWords()).contains("data.forget");
        assertThat(WorkerProcess.resume(folder, null, true, 1, scratch.resolve("log"), event -> {})
                        .await()
                        .finished())
                .isTrue();
    }

    @Test
    void aWorkerThatBreaksOffIsReportedWithItsLastWords() throws Exception {
        Files.writeString(scratch.resolve("forget.jsonl"), "{\"question\": \"a\"\n");
        WorkerEnd end = start(scratch.resolve("runs/broken"), -1).await();
        assertThat(end.status()).isEqualTo(WorkerEnd.FAILED);
        assertThat(end.inWords()).contains("forget.jsonl").contains("line");
    }

    /** Starts a worker that is killed as soon as it has told of a step; -1 for never. */
    private WorkerProcess start(Path folder, long killedAt) throws IOException {
        Files.createDirectories(folder.getParent());
        AtomicReference<WorkerProcess> worker = new AtomicReference<>();
        WorkerProcess started = WorkerProcess.run(recipe, folder, 1, scratch.resolve("log"), event -> {
            if (event instanceof RunEvent.StepDone && event.step() == killedAt) {
                worker.get().kill();
            }
        });
        worker.set(started);
        return started;
    }

    private static List<RunEvent> events(Path folder) {
        return RunReader.read(RunFolder.open(folder)).events();
    }

    private static List<Double> losses(Path folder) {
        return events(folder).stream()
                .filter(RunEvent.StepDone.class::isInstance)
                .map(event -> ((RunEvent.StepDone) event).terms().get("loss"))
                .toList();
    }

    private static List<Object> observations(Path folder) {
        return events(folder).stream()
                .filter(RunEvent.Observed.class::isInstance)
                .map(event -> (Object) ((RunEvent.Observed) event)
                        .observations().stream()
                                .filter(seen -> seen.toString().contains("UNLEARNED"))
                                .toList())
                .toList();
    }

    private static List<Object> attackPoints(Path folder) {
        return events(folder).stream()
                .filter(RunEvent.AttackPoint.class::isInstance)
                .map(event -> (Object) ((RunEvent.AttackPoint) event).values())
                .toList();
    }

    private static byte[] finalWeights(Path folder) throws IOException {
        Checkpoint latest = Checkpoint.latest(RunFolder.open(folder)).orElseThrow();
        return Files.readAllBytes(latest.folder().resolve("weights.safetensors"));
    }
}
