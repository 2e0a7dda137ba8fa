package org.palimpsest.engine.model;

import java.util.Set;

/** The names that a checkpoint has for a model's tensors, where they are not the usual ones. */
final class StoredNames {
    private StoredNames() {}

    /**
     * The name that a tensor has in a checkpoint; the usual one where the checkpoint has it under none that is known.
     *
     * @param name as in {@link Weights#expected}
     * @param present all names of the checkpoint
     */
    static String of(String name, Set<String> present, DecoderConfig config) {
        // GPT-2 checkpoints are about with and without the prefix.
        boolean bare = config.architecture() == Architecture.GPT2 && !present.contains(name);
        return bare ? name.replaceFirst("^transformer\\.", "") : name;
    }
}
