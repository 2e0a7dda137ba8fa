package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;

/** SimNPO (Fan et al. 2024, arXiv 2410.07163), without reference and normalised by length: -(2/β) mean_b log σ(β (S_θ(b)/n_b - δ)). */
public final class SimNpoLoss {
    private final TorchFunction loss;

    public SimNpoLoss(double beta, double delta) {
        loss = Losses.compile("simnpo", Map.of("beta", beta, "delta", delta));
    }

    /**
     * The loss, a scalar.
     *
     * @param current S_θ, [sequences]
     * @param counts n_b, supervised tokens of each sequence, [sequences]
     */
    public NDArray of(NDManager scope, NDArray current, NDArray counts) {
        return loss.call(scope, current, counts).get(0);
    }
}
