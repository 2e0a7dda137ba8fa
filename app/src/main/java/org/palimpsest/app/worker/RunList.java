package org.palimpsest.app.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;

/** The runs of a workspace, looked up anew twice a second; only logs that changed are read again. The list belongs to the window's thread. */
public final class RunList implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;

    private final Workspace workspace;
    private final Executor thread;
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList();
    private final Map<Path, RunEntry> known = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "run list");
        looking.setDaemon(true);
        return looking;
    });

    /** @param thread where the list is changed, usually {@code Platform::runLater} */
    public RunList(Workspace workspace, Executor thread) {
        this.workspace = workspace;
        this.thread = thread;
        var unused = clock.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** All runs, the newest first. */
    public ObservableList<RunEntry> runs() {
        return FXCollections.unmodifiableObservableList(runs);
    }

    /** The run in a folder. */
    public Optional<RunEntry> find(Path folder) {
        Path path = new RunFolder(folder).path();
        return runs.stream().filter(run -> run.path().equals(path)).findFirst();
    }

    /** Looks at once, for whoever has just changed something. */
    public void refresh() {
        clock.execute(this::look);
    }

    private void look() {
        List<RunEntry> found = new ArrayList<>();
        for (Path folder : folders()) {
            entry(folder).ifPresent(found::add);
        }
        found.sort((a, b) -> b.id().compareTo(a.id()));
        thread.execute(() -> {
            if (!runs.equals(found)) {
                runs.setAll(found);
            }
        });
    }

    private List<Path> folders() {
        try (Stream<Path> entries = Files.list(workspace.runs())) {
            return entries.filter(path -> Files.isRegularFile(path.resolve("recipe.json")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(workspace.runs() + " cannot be read", e);
        }
    }

    private Optional<RunEntry> entry(Path path) {
        RunFolder folder = new RunFolder(path);
        try {
            if (!Files.exists(folder.events())) {
                return Optional.empty();
            }
            BasicFileAttributes log = Files.readAttributes(folder.events(), BasicFileAttributes.class);
            RunEntry before = known.get(path);
            boolean same = before != null
                    && before.bytes() == log.size()
                    && before.changed().equals(log.lastModifiedTime().toInstant());
            if (same && !before.working()) {
                return Optional.of(before);
            }
            RunEntry now = new RunEntry(
                    folder,
                    path.getFileName().toString(),
                    RunSummary.of(folder),
                    log.lastModifiedTime().toInstant(),
                    log.size());
            known.put(path, now);
            return Optional.of(now);
        } catch (IOException | UncheckedIOException e) {
            // A folder that is being removed, or cannot be read just now: it is looked at again in a moment.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
