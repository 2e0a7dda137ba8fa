package org.palimpsest.app.worker.log;

import org.palimpsest.engine.event.Subject;

/**
 * Which curve.
 *
 * @param probe id of the probe that saw it; empty for terms of the loss
 * @param series its name in the log ({@code forget.probability}, {@code loss})
 */
public record SeriesKey(String probe, String series, Subject subject) {

    /** A term of the method's formula, or the total {@code loss}. */
    public static SeriesKey term(String name) {
        return new SeriesKey("", name, Subject.UNLEARNED);
    }

    /** Whether it is a term of the loss. */
    public boolean isTerm() {
        return probe.isEmpty();
    }
}
