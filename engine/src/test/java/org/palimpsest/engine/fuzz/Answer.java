package org.palimpsest.engine.fuzz;

/**
 * What came of a question.
 *
 * @param numbers what was computed, as text; empty unless accepted
 * @param told what people were told beside it, or why it was refused
 */
record Answer(Kind kind, String numbers, String told) {

    /** How it ended. */
    enum Kind {
        ACCEPTED,
        REFUSED,
        /** The Java machine ended. */
        CRASHED,
        /** There was no answer within the time given. */
        HUNG
    }

    boolean accepted() {
        return kind == Kind.ACCEPTED;
    }
}
