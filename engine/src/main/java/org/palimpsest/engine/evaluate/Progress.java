package org.palimpsest.engine.evaluate;

/** Hears how far a long piece of work has come. It may throw to end the work. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (done, total) -> {};

    /** {@code done} of {@code total} items are finished; called after every batch, the last time with both equal. */
    void report(int done, int total);
}
