package org.palimpsest.sample.authors;

import java.util.List;

/** Where the values of one kind of fact come from. A pool remembers what it gave out, so the order of calls matters. */
sealed interface AnswerPool permits SharedAnswers, SingleUseAnswers, BirthYears {

    /** The true value of the next author. */
    String draw();

    /** {@code count} wrong values, all different, none of them {@code truth}. */
    List<String> wrong(String truth, int count);
}
