package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

/** Waiting for the present state of a run, which may end at any moment. */
class FreshCheckpointTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private final CompletableFuture<Long> written = new CompletableFuture<>();
    private final AtomicBoolean requested = new AtomicBoolean();

    private FreshCheckpoint await(RunFolder run, Runnable request) {
        return new FreshCheckpoint(run, Runnable::run, request, written::complete, why -> {});
    }

    private long step() throws InterruptedException, ExecutionException, TimeoutException {
        return written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aRunThatHasEndedMeanwhileIsTakenAsItEnded() throws Exception {
        RunFolder run = run();
        try (EventLog log = EventLog.open(run)) {
            log.append((n, at) -> new RunEvent.Finished(n, at, 7, 1));
        }
        try (FreshCheckpoint waiting = await(run, () -> requested.set(true))) {
            assertThat(waiting).isNotNull();
            assertThat(step()).isEqualTo(7);
        }
        assertThat(requested).isFalse();
    }

    @Test
    void anEarlierCheckpointIsNotTakenForTheNewOne() throws Exception {
        RunFolder run = run();
        try (EventLog log = EventLog.open(run)) {
            log.append((n, at) -> new RunEvent.CheckpointWritten(n, at, 3, "step-3"));
            try (FreshCheckpoint waiting =
                    await(run, () -> log.append((n, at) -> new RunEvent.CheckpointWritten(n, at, 5, "step-5")))) {
                assertThat(waiting).isNotNull();
                assertThat(step()).isEqualTo(5);
            }
        }
    }

    private RunFolder run() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("0001-npo"));
        try (EventLog log = EventLog.open(run)) {
            log.append((n, at) -> new RunEvent.Started(n, at, 0, "npo", "npo", 7));
        }
        return run;
    }
}
