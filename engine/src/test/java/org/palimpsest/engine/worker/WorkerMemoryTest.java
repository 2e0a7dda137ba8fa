package org.palimpsest.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.process.WorkerProcess;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** A thousand steps leave the worker's resident memory where it was. */
class WorkerMemoryTest {
    /** By then Java's compiler, which runs beside the steps, has given its memory back also on a busy machine. */
    private static final long WARM = 1000;

    @TempDir
    Path scratch;

    @Test
    void aThousandStepsDoNotGrow() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "skipped: resident memory is read from /proc");
        TinyWorkspace workspace = TinyWorkspace.in(scratch);
        Path recipe = workspace.recipe(
                "long",
                "dipo",
                ", \"training\": {\"steps\": %d, \"batch\": 2, \"learningRate\": 1e-5}, \"checkpoints\": {\"every\": 0}"
                        .formatted(WARM + 1000));
        Map<Long, Long> resident = new ConcurrentHashMap<>();
        AtomicReference<WorkerProcess> worker = new AtomicReference<>();
        WorkerProcess started = WorkerProcess.run(recipe, scratch.resolve("run"), 1, scratch.resolve("log"), event -> {
            if (event instanceof RunEvent.StepDone && event.step() % WARM == 0 && worker.get() != null) {
                resident.put(event.step(), residentKilobytes(worker.get().processId()));
            }
        });
        worker.set(started);
        assertThat(started.await().finished()).isTrue();
        assertThat((double) resident.get(WARM + 1000)).isLessThan(1.03 * resident.get(WARM));
    }

    private static long residentKilobytes(long processId) {
        try {
            return Files.readAllLines(Path.of("/proc/" + processId + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
