package org.palimpsest.app.workbench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Work that goes on behind the window. */
public final class Tasks implements AutoCloseable {
    private final ObservableList<BackgroundTask> running = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<BackgroundTask> seen = FXCollections.unmodifiableObservableList(running);
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    });

    public ObservableList<BackgroundTask> running() {
        return seen;
    }

    public void add(BackgroundTask task) {
        running.add(task);
    }

    public void remove(BackgroundTask task) {
        running.remove(task);
    }

    /**
     * Computes something on a thread of its own; once the window has closed, nothing any more.
     *
     * @param done called on the window's thread with the result
     * @param failed called on the window's thread with what was thrown
     */
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        if (threads.isShutdown()) {
            return;
        }
        threads.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Exception e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
