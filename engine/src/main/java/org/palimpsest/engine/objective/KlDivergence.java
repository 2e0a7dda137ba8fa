package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.palimpsest.engine.tensor.TorchFunction;

/** KL(reference ‖ current), the forward divergence in nats. */
public final class KlDivergence {
    private static final TorchFunction KL = Losses.compile("kl");

    private KlDivergence() {}

    /**
     * The divergence at each position.
     *
     * @param reference logits [positions, vocabulary], not differentiated
     * @param current logits [positions, vocabulary]
     * @return [positions]
     */
    public static NDArray perPosition(NDManager scope, NDArray reference, NDArray current) {
        return KL.call(scope, reference, current).get(0);
    }
}
