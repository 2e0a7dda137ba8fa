package org.palimpsest.app.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunHistory;
import org.palimpsest.engine.event.RunTail;

/**
 * Follows the log of one run and hands on what is new, gathered: while one hand-over waits to be worked, later events join it, so that
 * a slow reader gets fewer and larger updates and never a queue.
 */
public final class RunFeed implements AutoCloseable {
    private static final long PAUSE_MILLIS = 40;
    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "run feed");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What is new.
     *
     * @param events in order; with {@code reset} everything that counts
     * @param reset whatever was handed on before no longer counts, because the run was resumed from an earlier step
     */
    public record Update(List<RunEvent> events, boolean reset) {
        public Update {
            events = List.copyOf(events);
        }
    }

    private final RunTail tail;
    private final Executor thread;
    private final Consumer<Update> listener;
    private final ScheduledFuture<?> looking;
    private final RunHistory history = new RunHistory();
    private final Object lock = new Object();
    private List<RunEvent> waiting = new ArrayList<>();
    private boolean reset;
    private boolean posted;
    private boolean closed;

    private RunFeed(RunFolder folder, Executor thread, Consumer<Update> listener) {
        this.tail = RunTail.of(folder);
        this.thread = thread;
        this.listener = listener;
        this.looking = CLOCK.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Follows a run from its first event on.
     *
     * @param thread where {@code listener} is called, usually {@code Platform::runLater}
     */
    public static RunFeed follow(RunFolder folder, Executor thread, Consumer<Update> listener) {
        return new RunFeed(folder, thread, listener);
    }

    private void look() {
        RunTail.Batch batch = tail.next();
        while (!batch.isEmpty()) {
            take(batch);
            batch = tail.next();
        }
    }

    private void take(RunTail.Batch batch) {
        synchronized (lock) {
            history.add(batch);
            if (batch.rewound() || batch.events().stream().anyMatch(RunEvent.Resumed.class::isInstance)) {
                waiting = new ArrayList<>(history.events());
                reset = true;
            } else {
                waiting.addAll(batch.events());
            }
            if (!posted && !closed) {
                posted = true;
                thread.execute(this::hand);
            }
        }
    }

    private void hand() {
        Update update;
        synchronized (lock) {
            posted = false;
            if (closed) {
                return;
            }
            update = new Update(waiting, reset);
            waiting = new ArrayList<>();
            reset = false;
        }
        listener.accept(update);
    }

    /** Follows no longer; the listener is not called again. */
    @Override
    public void close() {
        looking.cancel(false);
        synchronized (lock) {
            closed = true;
        }
    }
}
