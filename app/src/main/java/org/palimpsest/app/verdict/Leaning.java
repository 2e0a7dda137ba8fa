package org.palimpsest.app.verdict;

import java.util.Locale;

/** Which way a judgement leans; its words and its icon say so too, not its colour alone. */
public enum Leaning {
    /** As it was wished. */
    GOOD,
    /** It may be as wished, or too much of it. */
    DOUBTFUL,
    /** Not as it was wished. */
    BAD,
    /** There is not enough to tell. */
    OPEN;

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
