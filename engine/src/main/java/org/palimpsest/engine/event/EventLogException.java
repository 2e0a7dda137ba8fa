package org.palimpsest.engine.event;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The log of a run cannot be written; what stands in it already is safe. */
public final class EventLogException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    EventLogException(String message, IOException cause) {
        super(message, cause);
    }
}
