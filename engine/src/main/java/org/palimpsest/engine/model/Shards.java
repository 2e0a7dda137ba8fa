package org.palimpsest.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weights in several files named {@code model-00001-of-00003.safetensors}. */
final class Shards {
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.safetensors");

    private Shards() {}

    /** A sentence if there are shards among a folder's files; for a folder without an index of them. */
    static Optional<String> withoutIndex(Path folder, List<String> names) {
        List<Matcher> shards =
                names.stream().map(NAME::matcher).filter(Matcher::matches).toList();
        if (shards.isEmpty()) {
            return Optional.empty();
        }
        String stem = shards.get(0).group(1);
        int all = Integer.parseInt(shards.get(0).group(3));
        TreeSet<Integer> missing = new TreeSet<>();
        for (int i = 1; i <= all; i++) {
            if (!names.contains("%s-%05d-of-%05d.safetensors".formatted(stem, i, all))) {
                missing.add(i);
            }
        }
        return Optional.of(
                "%s holds %d of %d shards (%s, …), but no %s.safetensors.index.json, which says where each tensor lies; fetch that file of the same model%s"
                        .formatted(
                                folder,
                                all - missing.size(),
                                all,
                                shards.get(0).group(),
                                stem,
                                missing.isEmpty()
                                        ? ""
                                        : ", and the %d missing shard%s, first %s-%05d-of-%05d.safetensors"
                                                .formatted(
                                                        missing.size(),
                                                        missing.size() == 1 ? "" : "s",
                                                        stem,
                                                        missing.first(),
                                                        all)));
    }
}
