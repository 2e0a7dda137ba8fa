package org.palimpsest.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Finds how long the drawing thread was held at a stretch. It counts the processor time the thread itself spent between two beats,
 * not the time on the wall: that is the same on a machine that others keep busy.
 */
public final class Watchdog implements AutoCloseable {
    private static final long BEAT_MILLIS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private long before = -1;
    private long longest;
    private StackTraceElement[] where = new StackTraceElement[0];
    private volatile Thread drawing;
    private volatile long begun;
    private volatile StackTraceElement[] caught = new StackTraceElement[0];

    private Watchdog() {
        var unused = clock.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    public static Watchdog watch() {
        return new Watchdog();
    }

    private void beat() {
        if (waiting.compareAndSet(false, true)) {
            caught = new StackTraceElement[0];
            begun = System.nanoTime();
            Platform.runLater(this::beaten);
        } else if (drawing != null && caught.length == 0 && System.nanoTime() - begun > 30_000_000) {
            caught = drawing.getStackTrace();
        }
    }

    private synchronized void beaten() {
        drawing = Thread.currentThread();
        long now = threads.getCurrentThreadCpuTime();
        if (before >= 0 && now - before > longest) {
            longest = now - before;
            where = caught;
        }
        before = now;
        waiting.set(false);
    }

    /** The longest stretch so far. */
    public synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** Begins to count anew. */
    public synchronized void forget() {
        longest = 0;
    }

    /** What the thread was at in the middle of the longest stretch, as far as it was seen. */
    public synchronized String where() {
        StringBuilder lines = new StringBuilder();
        for (StackTraceElement frame : where) {
            if (frame.getClassName().startsWith("org.palimpsest") || lines.length() < 200) {
                lines.append("\n  ").append(frame);
            }
        }
        return lines.toString();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
