package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;

/** Negative preference optimisation (Zhang et al. 2024, arXiv 2404.05868): -(2/β) mean_b log σ(β (S_θ(b) - S_ref(b))). */
public final class NpoLoss {
    private final TorchFunction loss;

    public NpoLoss(double beta) {
        loss = Losses.compile("npo", Map.of("beta", beta));
    }

    /**
     * The loss, a scalar; (2/β) ln 2 where current and reference agree.
     *
     * @param current S_θ, summed token losses of each sequence under the model, [sequences]
     * @param reference S_ref, the same under the frozen target, [sequences]
     */
    public NDArray of(NDManager scope, NDArray current, NDArray reference) {
        return loss.call(scope, current, reference).get(0);
    }
}
