package org.palimpsest.app.ask;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.palimpsest.engine.event.RunFolder;

/** Has a run at work write its present state down. */
@FunctionalInterface
interface StateWriter {

    /**
     * Asks for it.
     *
     * @param written called with the step when it is on disk
     * @param ended called instead if the run broke off
     * @return stops waiting
     */
    Runnable write(RunFolder folder, LongConsumer written, Consumer<String> ended);
}
