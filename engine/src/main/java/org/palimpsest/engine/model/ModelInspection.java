package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model folder holds, found without reading a weight.
 *
 * @param parameters number of weights; tied embeddings count once
 * @param elementTypes how the weights are stored, as the files name it ({@code F32}, {@code BF16})
 * @param bytes size of the weight files
 * @param remarks what a person should know of the files, a sentence each: tensors that the model has no use for, for one
 * @param tensors where each weight lies, in the model's order
 */
public record ModelInspection(
        DecoderConfig config,
        long parameters,
        Set<String> elementTypes,
        long bytes,
        List<String> remarks,
        List<Stored> tensors) {

    /**
     * Where a weight lies.
     *
     * @param tensor the model's name for it
     * @param name the one it has in the file
     */
    public record Stored(String tensor, Path file, String name) {}

    public ModelInspection {
        elementTypes = Set.copyOf(elementTypes);
        remarks = List.copyOf(remarks);
        tensors = List.copyOf(tensors);
    }

    /**
     * Looks at every tensor's name and shape.
     *
     * @throws ModelException if the architecture is unknown, or a tensor is missing or of another shape than the configuration says
     * @throws IOException if a file is damaged or cannot be read
     */
    public static ModelInspection of(Path folder) throws IOException {
        DecoderConfig config = ModelFolder.config(folder);
        try (WeightFiles weights = WeightFiles.open(folder, config)) {
            Set<String> types = new TreeSet<>();
            List<Stored> tensors = new ArrayList<>();
            for (Map.Entry<String, WeightFiles.Place> entry : weights.places().entrySet()) {
                WeightFiles.Place place = entry.getValue();
                types.add(place.file().elementType(place.name()));
                tensors.add(new Stored(entry.getKey(), place.file().path(), place.name()));
            }
            List<String> remarks = new ArrayList<>(ConfigNotes.of(folder.resolve("config.json")));
            remarks.addAll(weights.remarks());
            return new ModelInspection(
                    weights.config(), parameters(weights.config()), types, weights.bytes(), remarks, tensors);
        }
    }

    /** The tensors that a model of this shape consists of, by the names that its architecture has for them, in a fixed order. */
    public static Map<String, Shape> shapes(DecoderConfig config) {
        return Weights.expected(config);
    }

    /** Number of weights of a model of this shape; tied embeddings count once. */
    public static long parameters(DecoderConfig config) {
        return Weights.expected(config).values().stream().mapToLong(Shape::size).sum();
    }
}
