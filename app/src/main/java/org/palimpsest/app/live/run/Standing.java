package org.palimpsest.app.live.run;

import java.util.Locale;

/** How a watched run stands, as finely as its controls need to know. */
public enum Standing {
    /** Its worker was started and has written nothing yet. */
    STARTING,
    /** Takes step after step, or observes between two of them. */
    STEPPING,
    PAUSED,
    /** All steps are taken; what came out is measured and attacked. Takes no command but a stop. */
    MEASURING,
    /** Stopped on request. */
    STOPPED,
    /** Broke off with an error it wrote down. */
    FAILED,
    /** No ending in the log and nobody at work on it: killed, or the machine went down. */
    INTERRUPTED,
    FINISHED;

    /** Whether a worker is at it. */
    public boolean working() {
        return this == STARTING || this == STEPPING || this == PAUSED || this == MEASURING;
    }

    /** Whether a worker waits between two steps and takes commands there. */
    public boolean commandable() {
        return this == STEPPING || this == PAUSED;
    }

    /** Whether it can be taken up again from its last checkpoint. */
    public boolean resumable() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }

    /** The key of its word in bundle {@code live}. */
    public String key() {
        return "standing." + name().toLowerCase(Locale.ROOT);
    }
}
