package org.palimpsest.engine.evaluate;

import java.util.Locale;

/** What a set of questions is there to show. */
public enum EvaluationSet {
    /** What is to be forgotten. */
    FORGET,
    /** What was learnt along with it and is to stay. */
    RETAIN,
    /** Older knowledge near what is to be forgotten. */
    REAL_AUTHORS,
    /** Older knowledge far from it. */
    WORLD_FACTS;

    /** The name in settings and results: {@code real-authors}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in a sentence: {@code real authors}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
