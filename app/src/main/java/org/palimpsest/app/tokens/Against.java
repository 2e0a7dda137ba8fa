package org.palimpsest.app.tokens;

/** Which model a token's probability is compared with. */
public enum Against {
    /** Knows everything: what has been forgotten? */
    TARGET,
    /** Never saw the forget set: was too little forgotten, or too much? */
    REFERENCE
}
