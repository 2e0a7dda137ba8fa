package org.palimpsest.app.ask;

/**
 * A question that can be asked at a click.
 *
 * @param answer the true answer; empty if it is not known
 * @param origin where the question stands
 */
public record Suggestion(String question, String answer, Origin origin) {

    /** Where a question was found. */
    public enum Origin {
        FORGET,
        RETAIN,
        /** Watched by the run's probe of the next token. */
        PROBE,
        PINNED
    }
}
