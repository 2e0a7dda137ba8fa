package org.palimpsest.app.shell.status;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.worker.RunEntry;

/** The workers at work on runs of the workspace, whoever started them. Used on the window's thread. */
public final class Workers implements AutoCloseable {
    private final ObservableList<RunEntry> runs;
    private final Executor thread;
    private final Map<Path, WorkerWatch> watches = new LinkedHashMap<>();
    private final ObservableList<WorkerState> states = FXCollections.observableArrayList();
    private final ObservableList<WorkerState> seen = FXCollections.unmodifiableObservableList(states);
    private final InvalidationListener look = change -> look();

    /**
     * @param runs of the workspace
     * @param thread where {@link #states} is changed, usually {@code Platform::runLater}
     */
    public Workers(ObservableList<RunEntry> runs, Executor thread) {
        this.runs = runs;
        this.thread = thread;
        runs.addListener(look);
        look();
    }

    /** One line a worker, the longest at work first. */
    public ObservableList<WorkerState> states() {
        return seen;
    }

    private void look() {
        List<RunEntry> working = runs.stream().filter(RunEntry::working).toList();
        List<Path> folders = working.stream().map(RunEntry::path).toList();
        watches.entrySet().removeIf(watch -> {
            boolean gone = !folders.contains(watch.getKey());
            if (gone) {
                watch.getValue().close();
            }
            return gone;
        });
        for (int i = working.size() - 1; i >= 0; i--) {
            RunEntry run = working.get(i);
            watches.computeIfAbsent(run.path(), path -> new WorkerWatch(run.folder(), thread, this::tell));
        }
        tell();
    }

    private void tell() {
        List<WorkerState> now =
                watches.values().stream().map(WorkerWatch::state).toList();
        if (!states.equals(now)) {
            states.setAll(now);
        }
    }

    @Override
    public void close() {
        runs.removeListener(look);
        watches.values().forEach(WorkerWatch::close);
        watches.clear();
    }
}
