package org.palimpsest.app.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Feeds a load at its rate and watches the thread that draws the window. */
final class Measurement {
    private static final long PING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long FEEDING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ChartLoad load;
    private final int firstStep;
    private final int rate;
    private final AtomicLong longestStall = new AtomicLong();
    private volatile boolean counting;
    private volatile boolean over;
    private long framesBefore;
    private int fedBefore;
    private long lastFrames;
    private long lastFrameAt;
    private long longestFrame;
    private long fedSince;
    private int fed;

    Measurement(ChartLoad load, int firstStep, int rate) {
        this.load = load;
        this.firstStep = firstStep;
        this.rate = rate;
    }

    /** What was seen. */
    record Seen(
            double seconds, double framesPerSecond, double pointsPerSecond, double stallMillis, double frameMillis) {}

    /** Runs without counting for {@code warmSeconds}, then counts for {@code seconds}. Blocks; not to be called on the JavaFX thread. */
    Seen run(double warmSeconds, double seconds) throws InterruptedException {
        fedSince = System.nanoTime();
        AnimationTimer watcher = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame();
            }
        };
        Platform.runLater(watcher::start);
        Thread pinger = new Thread(this::ping, "stall watch");
        pinger.setDaemon(true);
        pinger.start();
        TimeUnit.NANOSECONDS.sleep((long) (warmSeconds * 1e9));
        long begun = onFx(() -> {
            framesBefore = load.frames();
            fedBefore = fed;
            lastFrames = framesBefore;
            lastFrameAt = System.nanoTime();
            counting = true;
            return System.nanoTime();
        });
        TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
        Seen seen = onFx(() -> {
            counting = false;
            double took = (System.nanoTime() - begun) / 1e9;
            long pending = System.nanoTime() - lastFrameAt;
            return new Seen(
                    took,
                    (load.frames() - framesBefore) / took,
                    (fed - fedBefore) / took,
                    longestStall.get() / 1e6,
                    Math.max(longestFrame, pending) / 1e6);
        });
        over = true;
        Platform.runLater(watcher::stop);
        pinger.join();
        return seen;
    }

    /** Feeds what is due by the clock, but a way of drawing that cannot take so many gets time to draw between them. */
    private void frame() {
        long now = System.nanoTime();
        int due = (int) ((now - fedSince) * rate / 1_000_000_000L);
        while (fed < due && System.nanoTime() - now < FEEDING_NANOS) {
            load.append(firstStep + fed);
            fed++;
        }
        long frames = load.frames();
        if (counting && frames != lastFrames) {
            longestFrame = Math.max(longestFrame, now - lastFrameAt);
            lastFrameAt = now;
            lastFrames = frames;
        }
    }

    private void ping() {
        while (!over) {
            long asked = System.nanoTime();
            CompletableFuture<Void> answered = new CompletableFuture<>();
            Platform.runLater(() -> answered.complete(null));
            answered.join();
            if (counting) {
                longestStall.accumulateAndGet(System.nanoTime() - asked, Math::max);
            }
            LockSupport.parkNanos(PING_NANOS);
        }
    }

    private interface Answer<T> {
        T give();
    }

    private static <T> T onFx(Answer<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(question.give()));
        return answer.join();
    }
}
