package org.palimpsest.engine.fuzz;

import java.util.Random;

/** A kind of file that knows how it can be changed. */
interface Suite {

    /** A sound folder, and a change of it. */
    record Trial(Base base, Mutation mutation) {}

    /** In a word, for {@code --only}. */
    String name();

    /** Draws a trial; the same numbers give the same trial. */
    Trial draw(Random random);
}
