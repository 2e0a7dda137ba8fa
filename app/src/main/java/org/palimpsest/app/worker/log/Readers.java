package org.palimpsest.app.worker.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which logs are read: one processor fewer than there are, so that one is left to the window, and at most eight. */
public final class Readers {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ThreadPoolExecutor THREADS = open();

    private Readers() {}

    private static ThreadPoolExecutor open() {
        int count = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() - 1));
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "log reader " + COUNT.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Has something read, in its turn. */
    public static <T> Future<T> submit(Callable<T> reading) {
        return THREADS.submit(reading);
    }

    /**
     * Has all of these read, and waits for them.
     *
     * @return what came of them, in their order
     * @throws ExecutionException around what the first that failed has thrown; those not begun are then left
     */
    public static <T> List<T> all(List<? extends Callable<T>> readings)
            throws ExecutionException, InterruptedException {
        List<Future<T>> waiting = new ArrayList<>();
        for (Callable<T> reading : readings) {
            waiting.add(submit(reading));
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : waiting) {
                results.add(each.get());
            }
            return results;
        } finally {
            waiting.forEach(each -> each.cancel(false));
        }
    }
}
