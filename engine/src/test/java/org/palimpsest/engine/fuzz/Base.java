package org.palimpsest.engine.fuzz;

import java.util.List;

/**
 * A sound folder and what is asked about it.
 *
 * @param name of the folder, in words
 * @param questions in this order
 */
record Base(String name, Specimen files, List<Question> questions) {
    Base {
        questions = List.copyOf(questions);
    }

    Base(String name, Specimen files, Question... questions) {
        this(name, files, List.of(questions));
    }
}
