package org.palimpsest.app.shell.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunFolder;

/** Measures processor and memory of the window, the programs it started, and workers that another program started on its runs. */
final class LoadMeter implements AutoCloseable {
    private static final long PAUSE_SECONDS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final Executor thread;
    private final Consumer<Load> listener;
    private final Map<Long, Duration> before = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread measuring = new Thread(task, "load meter");
        measuring.setDaemon(true);
        return measuring;
    });
    private volatile List<Path> folders = List.of();
    private long last = System.nanoTime();

    /** @param thread where {@code listener} is called, usually {@code Platform::runLater} */
    LoadMeter(Executor thread, Consumer<Load> listener) {
        this.thread = thread;
        this.listener = listener;
        var unused = clock.scheduleWithFixedDelay(this::measure, 1, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Folders of the runs whose workers are to be measured too. */
    void watch(List<Path> runFolders) {
        folders = List.copyOf(runFolders);
    }

    private void measure() {
        long own = ProcessHandle.current().pid();
        Set<Long> others = new LinkedHashSet<>();
        ProcessHandle.current().descendants().forEach(process -> others.add(process.pid()));
        folders.forEach(folder -> others.add(holder(folder)));
        others.remove(own);
        others.remove(0L);
        long now = System.nanoTime();
        double spent = spentSince(own);
        long memory = 0;
        boolean told = true;
        for (long pid : others) {
            spent += spentSince(pid);
            long bytes = resident(pid);
            told &= bytes >= 0;
            memory += Math.max(0, bytes);
        }
        before.keySet().removeIf(pid -> pid != own && !others.contains(pid));
        double elapsed = (now - last) / 1e9;
        last = now;
        long window = resident(own);
        Runtime heap = Runtime.getRuntime();
        Load load = new Load(
                Math.min(1, spent / Math.max(0.001, elapsed) / heap.availableProcessors()),
                window >= 0 ? window : heap.totalMemory() - heap.freeMemory(),
                told ? memory : -1);
        thread.execute(() -> listener.accept(load));
    }

    /** Seconds of processor time since the last look; none at the first. */
    private double spentSince(long pid) {
        Duration now = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        Duration then = before.put(pid, now);
        return then == null ? 0 : Math.max(0, now.minus(then).toMillis() / 1000.0);
    }

    /** Memory in use, bytes, as Linux tells it; -1 elsewhere or if the process is gone. */
    private static long resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
            return 0;
        } catch (IOException e) {
            // Not Linux, or the process has ended meanwhile.
            return Files.isDirectory(Path.of("/proc", "self")) ? 0 : -1;
        }
    }

    /** The process that holds a run, as its lock says; 0 if none does. */
    private static long holder(Path folder) {
        try {
            JsonNode lock = JSON.readTree(new RunFolder(folder).lock().toFile());
            return lock == null ? 0 : lock.path("pid").asLong(0);
        } catch (IOException e) {
            // The lock is being written, or the run has just ended.
            return 0;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
