package org.palimpsest.app.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.worker.log.RunCurves;
import org.palimpsest.engine.event.RunFolder;

/** The runs of a workspace, looked up anew twice a second; only logs that changed are read again. The list belongs to the window's thread. */
public final class RunList implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunList.class.getName());
    private static final long PAUSE_MILLIS = 500;
    private static final long SAVE_NANOS = 5_000_000_000L;

    private final Executor thread;
    private final RunMarks marks;
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList();
    private final ObservableList<RunEntry> seen = FXCollections.unmodifiableObservableList(runs);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "run list");
        looking.setDaemon(true);
        return looking;
    });
    private final Workspace workspace;
    private final CurveShelf curves = new CurveShelf();
    /** Made by the clock's thread: opening the index takes a moment. */
    private RunScan scan;

    private List<RunEntry> handed = List.of();
    private long saved = System.nanoTime();

    /** @param thread where the list is changed, usually {@code Platform::runLater} */
    public RunList(Workspace workspace, Executor thread) {
        this.workspace = workspace;
        this.thread = thread;
        this.marks = RunMarks.open(workspace.marksFile());
        var unused = clock.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** All runs, the newest first. */
    public ObservableList<RunEntry> runs() {
        return seen;
    }

    /** Stars, tags and notes of the runs. */
    public RunMarks marks() {
        return marks;
    }

    /**
     * The curves of a run, as far as its log has been read; they are the caller's. May be called on any thread; reads nothing. Until the
     * run is read anew, whoever asks again gets curves of which nothing was read yet.
     */
    public RunCurves curves(RunEntry run) {
        RunCurves read = curves.take(run.id());
        return read == null ? new RunCurves(run.folder()) : read;
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
        try {
            if (scan == null) {
                scan = new RunScan(workspace, curves);
            }
            scan.look(this::hand);
            if (System.nanoTime() - saved > SAVE_NANOS) {
                saved = System.nanoTime();
                scan.save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            // The clock would stop at an exception; the disk may be back the next time.
            LOG.log(Level.WARNING, "the runs of " + workspace.root() + " cannot be looked through just now", e);
        }
    }

    private void hand(List<RunEntry> found) {
        if (!found.equals(handed)) {
            handed = found;
            thread.execute(() -> show(found));
        }
    }

    /** Changes as little as can be, so that a table keeps its selection and its place. */
    private void show(List<RunEntry> found) {
        boolean sameRuns = runs.size() == found.size();
        for (int i = 0; sameRuns && i < found.size(); i++) {
            sameRuns = runs.get(i).id().equals(found.get(i).id());
        }
        if (!sameRuns) {
            runs.setAll(found);
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            if (runs.get(i) != found.get(i)) {
                runs.set(i, found.get(i));
            }
        }
    }

    @Override
    public void close() {
        try {
            clock.execute(() -> {
                try {
                    if (scan != null) {
                        scan.save();
                    }
                } catch (IOException e) {
                    LOG.log(
                            Level.WARNING,
                            workspace.indexFile() + " cannot be written; the logs are read again next time",
                            e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "closed before", e);
        }
        clock.shutdown();
        try {
            if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
