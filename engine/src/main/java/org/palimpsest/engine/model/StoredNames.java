package org.palimpsest.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a checkpoint has for a model's tensors, where they are not the usual ones: without the prefix of the model inside
 * the model with its head, with the prefixes of programs that wrap a model while it is trained, or as part of a larger model.
 */
final class StoredNames {
    /** Inner parts that wrapping programs put between names, wherever they stand. */
    private static final List<String> INSERTED =
            List.of("_orig_mod.", "_fsdp_wrapped_module.", "_checkpoint_wrapped_module.");

    /** What stands before a whole name; the last is the text part of a larger model. */
    private static final List<String> BEFORE = List.of("module.", "base_model.model.", "model.", "language_model.");

    private static final Map<String, String> SYNONYMS =
            Map.of("lm_head.weight", "embed_out.weight", "embed_out.weight", "lm_head.weight");

    private final Map<String, String> stored;

    private StoredNames(Map<String, String> stored) {
        this.stored = stored;
    }

    /**
     * Finds the tensors of a model among the names of a checkpoint.
     *
     * @param expected the usual names of those that are wanted
     * @param present all names of the checkpoint
     * @throws ModelException if a tensor has two names there, neither of which is the usual one
     */
    static StoredNames of(Set<String> expected, Set<String> present, DecoderConfig config) throws ModelException {
        Map<String, String> usual = new HashMap<>();
        String inner = LayerNames.inner(config);
        for (String name : expected) {
            usual.put(name, name);
            if (name.startsWith(inner)) {
                usual.put(name.substring(inner.length()), name);
            }
            if (name.equals(LayerNames.head(config) + ".weight")) {
                usual.put(SYNONYMS.get(name), name);
            }
        }
        Map<String, String> stored = new HashMap<>();
        for (String name : present) {
            String meant = meant(name, usual);
            if (meant == null || present.contains(meant) && !meant.equals(name)) {
                continue;
            }
            String before = stored.putIfAbsent(meant, name);
            if (before != null) {
                throw new ModelException(
                        "the weights have \"%s\" twice, as \"%s\" and as \"%s\"; keep the one that is meant"
                                .formatted(meant, before, name));
            }
        }
        return new StoredNames(stored);
    }

    /** The name that a tensor has in the checkpoint; the usual one where the checkpoint does not have it. */
    String of(String name) {
        return stored.getOrDefault(name, name);
    }

    /** Whether the checkpoint has a tensor. */
    boolean has(String name) {
        return stored.containsKey(name);
    }

    /** The usual name of a tensor of a checkpoint, or null. */
    private static String meant(String name, Map<String, String> usual) {
        String bare = name;
        for (String part : INSERTED) {
            bare = bare.replace(part, "");
        }
        for (String candidate : candidates(bare)) {
            if (usual.containsKey(candidate)) {
                return usual.get(candidate);
            }
        }
        return null;
    }

    /** A name, and what is left of it as prefixes are taken off. */
    private static List<String> candidates(String name) {
        List<String> candidates = new ArrayList<>(List.of(name));
        for (int i = 0; i < candidates.size(); i++) {
            String candidate = candidates.get(i);
            for (String prefix : BEFORE) {
                if (candidate.startsWith(prefix)) {
                    candidates.add(candidate.substring(prefix.length()));
                }
            }
        }
        return candidates;
    }
}
