package org.palimpsest.engine.text;

import java.nio.file.Path;

/**
 * A token id that a configuration gives as a number.
 *
 * @param key such as {@code eos_token_id}
 * @param id -1 only for padding, where it means none
 */
record ConfiguredId(Path file, String key, int id) {
    /** Whether it stands for a token at all. */
    boolean isToken() {
        return id >= 0;
    }

    /** What is wrong with it beside a model that has no such row. */
    String beyond(int vocabulary, Path model) {
        return "\"%s\" is %d, but the model in %s has a vocabulary of %d (ids 0 to %d); correct the file"
                .formatted(key, id, model, vocabulary, vocabulary - 1);
    }
}
