package org.palimpsest.app.live.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.engine.event.RunEvent;

/**
 * Keeps a {@link LiveRun} up to date. Much that is new at once, such as the log of a long run that is opened, is taken in slices of a
 * few milliseconds, between which the thread is free.
 */
public final class Watch implements AutoCloseable {
    private static final long SLICE_NANOS = 8_000_000;
    /** The clock is looked at once in so many events. */
    private static final int HANDFUL = 64;

    private final LiveRun run;
    private final Guards guards;
    private final Executor later;
    private final BiConsumer<LiveRun, Guards.Verdict> broken;
    private final LongSupplier clock;
    private final Deque<Iterator<RunEvent>> waiting = new ArrayDeque<>();
    private RunFeed feed;
    private boolean scheduled;
    private long sequence = -1;
    private Instant first;

    /**
     * @param later where the next slice is worked, usually {@code Platform::runLater}
     * @param broken told of every guard that breaks
     */
    public Watch(LiveRun run, Guards guards, Executor later, BiConsumer<LiveRun, Guards.Verdict> broken) {
        this(run, guards, later, broken, System::nanoTime);
    }

    /** @param clock nanoseconds from anywhere, by which slices end */
    Watch(LiveRun run, Guards guards, Executor later, BiConsumer<LiveRun, Guards.Verdict> broken, LongSupplier clock) {
        this.run = run;
        this.guards = guards;
        this.later = later;
        this.broken = broken;
        this.clock = clock;
    }

    /** Begins to follow the run's log. */
    public Watch follow() {
        feed = RunFeed.follow(run.folder(), later, this::take);
        return this;
    }

    public LiveRun run() {
        return run;
    }

    public Guards guards() {
        return guards;
    }

    /** Takes what is new. */
    public void take(RunFeed.Update update) {
        waiting.add(update.reset() ? whatCounts(update) : update.events().iterator());
        if (!scheduled) {
            slice();
        }
    }

    /**
     * After a resumption the update holds all that counts. What is known of it already stays as it is: the resumption's own event takes
     * back what does not count, so that curves are cut and not drawn anew.
     */
    private Iterator<RunEvent> whatCounts(RunFeed.Update update) {
        finish();
        boolean sameLog =
                !update.events().isEmpty() && update.events().get(0).at().equals(first);
        if (!sameLog) {
            run.clear();
            sequence = -1;
            first = null;
        }
        long known = sequence;
        return update.events().stream()
                .filter(event -> event.sequence() > known)
                .iterator();
    }

    private void slice() {
        long end = clock.getAsLong() + SLICE_NANOS;
        boolean more = true;
        while (more && clock.getAsLong() < end) {
            more = handful();
        }
        run.changed();
        scheduled = more;
        if (more) {
            later.execute(this::slice);
        }
    }

    private void finish() {
        while (handful()) {
            // Until nothing waits.
        }
    }

    /** @return whether more waits */
    private boolean handful() {
        Instant now = Instant.now();
        for (int i = 0; i < HANDFUL && !waiting.isEmpty(); i++) {
            Iterator<RunEvent> events = waiting.peek();
            if (!events.hasNext()) {
                waiting.remove();
                continue;
            }
            RunEvent event = events.next();
            if (first == null) {
                first = event.at();
            }
            sequence = event.sequence();
            run.apply(event);
            guards.see(event, now).forEach(verdict -> broken.accept(run, verdict));
        }
        return !waiting.isEmpty();
    }

    /** Follows no longer. */
    @Override
    public void close() {
        waiting.clear();
        if (feed != null) {
            feed.close();
        }
    }
}
