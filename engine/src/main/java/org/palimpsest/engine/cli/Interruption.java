package org.palimpsest.engine.cli;

import java.util.concurrent.CountDownLatch;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.run.RunControl;

/**
 * Turns Ctrl+C, and any other end of the program from outside, into a stop between two steps: the program does not end before the
 * work has come to rest and this is closed.
 */
public final class Interruption implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable stop, Output output, String words) {
        hook = new Thread(
                () -> {
                    output.note("%n%s", words);
                    stop.run();
                    awaitEnd();
                },
                "stop on interruption");
    }

    /** Begins to watch over a run; close it when the run is closed and its end is told. */
    static Interruption watch(RunControl control, Output output) {
        return watch(
                () -> control.send(new RunCommand.Stop()),
                output,
                "stopping behind this step, with a checkpoint; this can take a moment");
    }

    /**
     * Begins to watch over any work; close it when the work has come to rest and its end is told.
     *
     * @param stop tells the work, from another thread, to come to rest
     * @param words what is said then
     */
    public static Interruption watch(Runnable stop, Output output, String words) {
        Interruption interruption = new Interruption(stop, output, words);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already: then the hook is at work and sees the end now.
            ended.countDown();
        }
    }
}
