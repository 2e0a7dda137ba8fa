package org.palimpsest.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Finds how long the thread that draws the window was held at a stretch. The processor time the thread itself spent between two
 * beats is counted, not the time on the wall: that is the same on a machine that others keep busy.
 */
final class Hold implements AutoCloseable {
    private static final long BEAT_MILLIS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private long before = -1;
    private long longest;

    private Hold() {
        var unused = clock.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Hold watch() {
        return new Hold();
    }

    private void beat() {
        if (waiting.compareAndSet(false, true)) {
            Platform.runLater(this::beaten);
        }
    }

    private synchronized void beaten() {
        long now = threads.getCurrentThreadCpuTime();
        if (before >= 0) {
            longest = Math.max(longest, now - before);
        }
        before = now;
        waiting.set(false);
    }

    /** The longest stretch since the last call, in milliseconds. */
    synchronized double takeLongestMillis() {
        double millis = longest / 1e6;
        longest = 0;
        return millis;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
