package org.palimpsest.app.worker;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

/** Waits for a working run to write a checkpoint that it has not written yet. Used on the window's thread. */
public final class FreshCheckpoint implements AutoCloseable {
    private final Runnable request;
    private final LongConsumer written;
    private final Consumer<String> ended;
    private volatile RunFeed feed;
    private long seen = -1;
    private RunEvent last;
    private boolean asked;
    private volatile boolean over;

    /**
     * Begins to wait.
     *
     * @param thread where everything is called, usually {@code Platform::runLater}
     * @param request asks the run for a checkpoint; called once what the log holds so far is known, so that no earlier checkpoint is
     *     taken for the new one
     * @param written called once with the checkpoint's step
     * @param ended called instead if the run broke off first, with what it said
     */
    public FreshCheckpoint(
            RunFolder folder, Executor thread, Runnable request, LongConsumer written, Consumer<String> ended) {
        this.request = request;
        this.written = written;
        this.ended = ended;
        this.feed = RunFeed.follow(folder, thread, this::take);
        if (over) {
            // What was waited for was there before this knew what to close.
            feed.close();
        }
    }

    private void take(RunFeed.Update update) {
        for (RunEvent event : update.events()) {
            if (over || event.sequence() <= seen) {
                continue;
            }
            seen = event.sequence();
            last = event;
            if (asked) {
                look(event);
            }
        }
        if (!asked && !over) {
            asked = true;
            // A run that has ended by now writes nothing more: the state it left is the one that is wanted.
            end(last);
            if (!over) {
                request.run();
            }
        }
    }

    private void look(RunEvent event) {
        if (event instanceof RunEvent.CheckpointWritten checkpoint) {
            close();
            written.accept(checkpoint.step());
        } else {
            end(event);
        }
    }

    private void end(RunEvent event) {
        if (event instanceof RunEvent.Failed failed) {
            close();
            ended.accept(failed.message() + " " + failed.hint());
        } else if (event instanceof RunEvent.Finished || event instanceof RunEvent.Stopped) {
            // Its last state is on disk by now, under the step it ended at.
            close();
            written.accept(event.step());
        }
    }

    /** Waits no longer; nothing is called any more. */
    @Override
    public void close() {
        over = true;
        RunFeed following = feed;
        if (following != null) {
            following.close();
        }
    }
}
