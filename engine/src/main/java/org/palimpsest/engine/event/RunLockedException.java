package org.palimpsest.engine.event;

/** A run is in use by another program; the message names its process and machine. */
public final class RunLockedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunLockedException(String message) {
        super(message);
    }
}
