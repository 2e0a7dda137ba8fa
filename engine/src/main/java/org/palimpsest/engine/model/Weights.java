package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The tensors a decoder of a given shape consists of, by their names in a checkpoint. */
final class Weights {
    private Weights() {}

    /** Names and shapes in a fixed order: embeddings, layers, final norm, head (without its matrix where that is the embedding). */
    static Map<String, Shape> expected(DecoderConfig config) {
        Map<String, Shape> all = new LinkedHashMap<>();
        int width = config.dimensions().embedding();
        Shape table = new Shape(config.vocabularySize(), width);
        all.put(LayerNames.embedding(config), table);
        if (config.dimensions().projected()) {
            all.put(LayerNames.projectIn(), new Shape(config.hiddenSize(), width));
        }
        if (config.learnedPositions()) {
            all.put(LayerNames.positions(config), new Shape(config.positionRows(), config.hiddenSize()));
        }
        Map<String, Shape> layer = LayerScript.weights(config);
        for (int i = 0; i < config.layers(); i++) {
            String prefix = LayerNames.layer(config, i);
            layer.forEach((name, shape) -> all.put(prefix + name, shape));
        }
        for (String part : finalNormParts(config)) {
            all.put(LayerNames.finalNorm(config) + part, new Shape(config.hiddenSize()));
        }
        if (config.dimensions().projected()) {
            all.put(LayerNames.projectOut(), new Shape(width, config.hiddenSize()));
        }
        if (!config.tiedEmbeddings()) {
            all.put(LayerNames.head(config) + ".weight", table);
        }
        if (config.architecture().headBias()) {
            all.put(LayerNames.head(config) + ".bias", new Shape(config.vocabularySize()));
        }
        return all;
    }

    /** What the norm behind the layers consists of, in the order its function takes them. */
    static List<String> finalNormParts(DecoderConfig config) {
        if (!config.block().finalNorm()) {
            return List.of();
        }
        return switch (config.block().norm()) {
            case RMS, RMS_PLUS_ONE -> List.of(".weight");
            case LAYER -> List.of(".weight", ".bias");
            case LAYER_PLAIN -> List.of();
        };
    }

    /** Matrices normal with standard deviation 0.02, norms 1, biases 0; owned by {@code home}. */
    static Map<String, NDArray> fresh(DecoderConfig config, NDManager home, RandomGenerator random) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        expected(config).forEach((name, shape) -> {
            float[] values = new float[(int) shape.size()];
            if (shape.dimension() > 1) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (0.02 * random.nextGaussian());
                }
            } else if (name.endsWith(".weight") && config.block().norm() != Architecture.Norm.RMS_PLUS_ONE) {
                Arrays.fill(values, 1);
            }
            parameters.put(name, home.create(values, shape));
        });
        return parameters;
    }
}
