package org.palimpsest.engine.desk;

/** Ends the work on a question that was given up. */
final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUpException() {
        super("given up as asked");
    }
}
