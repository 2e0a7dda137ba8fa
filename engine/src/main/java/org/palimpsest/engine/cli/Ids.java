package org.palimpsest.engine.cli;

import java.nio.file.Path;

/** Checks token ids that a person typed. */
final class Ids {
    private Ids() {}

    /** @throws IllegalArgumentException if there are none, or one is not in the model's vocabulary */
    static void require(int[] ids, int vocabulary, Path model) {
        if (ids.length == 0) {
            throw new IllegalArgumentException("--ids needs at least one token id");
        }
        for (int id : ids) {
            if (id < 0 || id >= vocabulary) {
                throw new IllegalArgumentException("token id %d is not in the vocabulary of %s, which has ids 0 to %d"
                        .formatted(id, model, vocabulary - 1));
            }
        }
    }
}
