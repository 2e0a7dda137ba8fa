package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.palimpsest.engine.tensor.TorchFunction;

/**
 * What is worth watching at supervised positions.
 *
 * @param labelProbability p(y_t), [positions]
 * @param entropy of the next-token distribution in nats, [positions]
 */
public record Watch(NDArray labelProbability, NDArray entropy) {
    private static final TorchFunction WATCH = Losses.compile("watch");

    /** Looks at logits [positions, vocabulary] with labels [positions], int64. */
    public static Watch of(NDManager scope, NDArray logits, NDArray labels) {
        NDList values = WATCH.call(scope, logits, labels);
        return new Watch(values.get(0), values.get(1));
    }
}
