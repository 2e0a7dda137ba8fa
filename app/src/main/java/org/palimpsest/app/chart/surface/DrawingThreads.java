package org.palimpsest.app.chart.surface;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which charts are drawn: half of the machine's cores, since runs want theirs, and at most four. */
final class DrawingThreads {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ExecutorService THREADS = open();

    private DrawingThreads() {}

    static Executor executor() {
        return THREADS;
    }

    private static ExecutorService open() {
        if (System.getProperty("java.awt.headless") == null) {
            // Java2D draws into memory only; without this it would connect to the display a second time, beside JavaFX.
            System.setProperty("java.awt.headless", "true");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return Executors.newFixedThreadPool(Math.max(1, Math.min(4, cores / 2)), task -> {
            Thread thread = new Thread(task, "chart drawing " + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
