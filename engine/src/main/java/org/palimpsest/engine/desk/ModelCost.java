package org.palimpsest.engine.desk;

import org.palimpsest.engine.model.DecoderConfig;
import org.palimpsest.engine.model.ModelInspection;

/**
 * What a decoder costs, from its shape alone.
 *
 * @param parameters all weights
 * @param body weights that every token is multiplied by: all but embeddings
 * @param width of all attention heads together
 */
record ModelCost(
        long parameters, long body, int layers, int heads, int width, int hidden, int intermediate, int vocabulary) {
    /**
     * Numbers a layer keeps of a token for the backward pass, as multiples of the two widths and of heads times length; found by
     * measuring workers at two batch sizes.
     */
    private static final double PER_HIDDEN = 44;

    private static final double PER_INTERMEDIATE = 6;
    private static final double PER_SCORE = 3;
    /** Logits, their logarithmic softmax, its exponential and the gradient. */
    private static final double PER_LOGIT = 4;

    static ModelCost of(DecoderConfig config) {
        long parameters = ModelInspection.parameters(config);
        long table = (long) config.vocabularySize() * config.dimensions().embedding();
        long positions = (long) config.positionRows() * config.hiddenSize();
        return new ModelCost(
                parameters,
                parameters - positions - (config.tiedEmbeddings() ? table : 2 * table),
                config.layers(),
                config.heads(),
                config.heads() * config.headSize(),
                config.hiddenSize(),
                config.intermediateSize(),
                config.vocabularySize());
    }

    /**
     * Floating-point operations of a forward pass: two a weight and token, scores and mixtures of attention, and the head where
     * logits are asked for. A backward pass takes twice as many.
     *
     * @param tokens padding included
     * @param length of each sequence
     * @param scored tokens of which logits are computed
     */
    double forward(double tokens, double length, double scored) {
        return tokens * (2.0 * body + 4.0 * length * width * layers) + 2.0 * scored * hidden * vocabulary;
    }

    /** Bytes kept from a forward pass for the backward pass; the parameters are as for {@link #forward}. */
    double activations(double tokens, double length, double scored) {
        double layer = PER_HIDDEN * hidden + PER_INTERMEDIATE * intermediate + PER_SCORE * heads * length;
        return Float.BYTES * (tokens * layers * layer + PER_LOGIT * scored * vocabulary);
    }

    /** Bytes of the weights in float32. */
    long bytes() {
        return Float.BYTES * parameters;
    }
}
