package org.palimpsest.app.workbench;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where work that takes time is done: {@link Tasks#compute} in the window, at once in a test. */
@FunctionalInterface
public interface Background {

    /**
     * Computes something elsewhere.
     *
     * @param done called on the window's thread with the result
     * @param failed called on the window's thread with what was thrown
     */
    <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
