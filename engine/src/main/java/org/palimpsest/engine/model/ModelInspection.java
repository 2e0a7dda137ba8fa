package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model folder holds, found without reading a weight.
 *
 * @param parameters number of weights; tied embeddings count once
 * @param elementTypes how the weights are stored, as the files name it ({@code F32}, {@code BF16})
 * @param bytes size of the weight files
 * @param remarks what a person should know of the files, a sentence each: tensors that the model has no use for, for one
 */
public record ModelInspection(
        DecoderConfig config, long parameters, Set<String> elementTypes, long bytes, List<String> remarks) {

    public ModelInspection {
        elementTypes = Set.copyOf(elementTypes);
        remarks = List.copyOf(remarks);
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
            for (WeightFiles.Place place : weights.places().values()) {
                types.add(place.file().elementType(place.name()));
            }
            List<String> remarks = new ArrayList<>(ConfigNotes.of(folder.resolve("config.json")));
            remarks.addAll(weights.remarks());
            return new ModelInspection(weights.config(), parameters(weights.config()), types, weights.bytes(), remarks);
        }
    }

    /** Number of weights of a model of this shape; tied embeddings count once. */
    public static long parameters(DecoderConfig config) {
        return Weights.expected(config).values().stream().mapToLong(Shape::size).sum();
    }
}
