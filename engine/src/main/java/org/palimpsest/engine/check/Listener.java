package org.palimpsest.engine.check;

/** Hears how far a check has come. It may throw to end the work. */
@FunctionalInterface
public interface Listener {
    /** Hears nothing. */
    Listener NONE = (subject, done, total) -> {};

    /** {@code done} of {@code total} bytes, tokens or texts of what is looked at now are finished. */
    void hear(CheckReport.Subject subject, long done, long total);
}
