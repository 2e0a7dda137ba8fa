package org.palimpsest.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether two folders hold one model: a comparison of a model with itself looks like a success and says nothing. */
public final class SameModel {
    private SameModel() {}

    /**
     * Whether both are one folder (also by a link), or their weight files are equal byte by byte.
     *
     * @throws IOException if a file cannot be read
     */
    public static boolean of(Path one, Path other) throws IOException {
        if (!Files.isDirectory(one) || !Files.isDirectory(other)) {
            return false;
        }
        if (Files.isSameFile(one, other)) {
            return true;
        }
        List<Path> weights = weights(one);
        if (weights.isEmpty() || weights.size() != weights(other).size()) {
            return false;
        }
        for (Path file : weights) {
            Path twin = other.resolve(file.getFileName());
            if (!Files.isRegularFile(twin) || Files.mismatch(file, twin) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> weights(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }

    /** What to say of a reference that is the target. */
    public static String refusal(Path target, Path reference) {
        return "the retained reference %s has the weights of the target %s: every number beside it would compare a model with itself. Name a model that never saw the forget set as reference, or leave the reference out"
                .formatted(reference, target);
    }
}
