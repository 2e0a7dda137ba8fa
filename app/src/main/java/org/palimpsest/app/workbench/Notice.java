package org.palimpsest.app.workbench;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to tell, in the status line and the list behind it.
 *
 * @param detail what does not fit a line; empty if everything does
 * @param action what a click does
 */
public record Notice(Level level, Instant at, String text, String detail, Optional<Command> action) {

    /** How much it matters. */
    public enum Level {
        INFORMATION,
        SUCCESS,
        WARNING,
        ERROR
    }
}
