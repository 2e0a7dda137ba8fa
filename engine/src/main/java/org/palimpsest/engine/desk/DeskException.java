package org.palimpsest.engine.desk;

/** A question that cannot be answered; the message says what was found, what was expected and what to do. */
final class DeskException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeskException(String message) {
        super(message);
    }
}
