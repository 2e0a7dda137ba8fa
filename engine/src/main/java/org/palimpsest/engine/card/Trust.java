package org.palimpsest.engine.card;

/** How far a statement of a card can be trusted. */
public enum Trust {
    /** Read in the authors' paper or code. */
    FOUND,
    /** Worked out by this project and checked numerically. */
    DERIVED,
    /** Not confirmed, or sources disagree. */
    UNCERTAIN
}
