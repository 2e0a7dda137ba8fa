package org.palimpsest.engine.event;

import java.nio.charset.StandardCharsets;

/** A line that is not an event this version knows; the message quotes its beginning. */
public final class EventLineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int QUOTED = 120;

    EventLineException(String reason, String line, Throwable cause) {
        super(
                "not an event: " + reason + ", in: "
                        + (line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "..."),
                cause);
    }

    static String text(byte[] bytes, int start, int length) {
        return new String(bytes, start, Math.min(length, 2 * QUOTED), StandardCharsets.UTF_8);
    }
}
