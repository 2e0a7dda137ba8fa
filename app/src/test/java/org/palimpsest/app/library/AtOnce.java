package org.palimpsest.app.library;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.palimpsest.app.workbench.Background;

/** Work that is done where it is asked for. */
final class AtOnce implements Background {
    static final Background BACKGROUND = new AtOnce();

    @Override
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }
}
