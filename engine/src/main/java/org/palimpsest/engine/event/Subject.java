package org.palimpsest.engine.event;

/** Which model a number speaks of. */
public enum Subject {
    /** Knows everything. */
    TARGET,
    /** The model of this run, now. */
    UNLEARNED,
    /** Trained without the forget set. */
    REFERENCE
}
