package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.palimpsest.engine.tensor.SafetensorsFile;

/**
 * What a model folder holds, found without reading a weight.
 *
 * @param parameters number of weights; tied embeddings count once
 * @param elementTypes how the weights are stored, as the files name it ({@code F32}, {@code BF16})
 * @param bytes size of the weight files
 */
public record ModelInspection(DecoderConfig config, long parameters, Set<String> elementTypes, long bytes) {

    public ModelInspection {
        elementTypes = Set.copyOf(elementTypes);
    }

    /**
     * Looks at every tensor's name and shape.
     *
     * @throws ModelException if the architecture is unknown, or a tensor is missing or of another shape than the configuration says
     * @throws IOException if a file is damaged or cannot be read
     */
    public static ModelInspection of(Path folder) throws IOException {
        DecoderConfig config = ModelFolder.config(folder);
        Map<String, Path> places = ModelFolder.places(folder, config);
        Map<String, Shape> expected = Weights.expected(config);
        Set<String> types = new TreeSet<>();
        long bytes = 0;
        Map<Path, Set<String>> byFile = new LinkedHashMap<>();
        places.forEach((name, file) ->
                byFile.computeIfAbsent(file, f -> new TreeSet<>()).add(name));
        for (Map.Entry<Path, Set<String>> entry : byFile.entrySet()) {
            bytes += Files.size(entry.getKey());
            try (SafetensorsFile file = SafetensorsFile.open(entry.getKey())) {
                for (String name : entry.getValue()) {
                    String stored = ModelFolder.storedName(file, name, config);
                    ModelFolder.requireShape(entry.getKey(), stored, file.shape(stored), expected.get(name));
                    types.add(file.elementType(stored));
                }
            }
        }
        return new ModelInspection(config, parameters(config), types, bytes);
    }

    /** Number of weights of a model of this shape; tied embeddings count once. */
    public static long parameters(DecoderConfig config) {
        return Weights.expected(config).values().stream().mapToLong(Shape::size).sum();
    }
}
