package org.palimpsest.app.compare.examples;

/** What became of an example. */
public enum Verdict {
    /** Of the forget set: likelier than a model finds it that never saw it. */
    UNDER_FORGOTTEN,
    /** Of the forget set: less likely than a model finds it that never saw it. */
    OVER_FORGOTTEN,
    /** Of the forget set: as likely as to a model that never saw it; without such a model, no longer as likely as before. */
    FORGOTTEN,
    /** Of the retain set: as likely as before. */
    KEPT,
    /** Of the retain set: less likely than before. */
    DAMAGED,
    /** A model computes no numbers, so nothing can be told. */
    NO_NUMBERS
}
