package org.palimpsest.engine.desk;

/** A question that cannot be answered; the message says what was found, what was expected and what to do. */
final class DeskException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    DeskException(String message) {
        this(message, "");
    }

    /** @param pointer the place in the recipe that is to be changed */
    DeskException(String message, String pointer) {
        super(message);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }
}
