package org.palimpsest.engine.cli;

import java.util.concurrent.CountDownLatch;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.run.RunControl;

/**
 * Turns Ctrl+C, and any other end of the program from outside, into a stop between two steps: the program does not end before the
 * run has written its checkpoint and this is closed.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(RunControl control, Output output) {
        hook = new Thread(
                () -> {
                    output.note("%n%s", "stopping behind this step, with a checkpoint; this can take a moment");
                    control.send(new RunCommand.Stop());
                    awaitEnd();
                },
                "stop on interruption");
    }

    /** Begins to watch; close it when the run is closed and its end is told. */
    static Interruption watch(RunControl control, Output output) {
        Interruption interruption = new Interruption(control, output);
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
