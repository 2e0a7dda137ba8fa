package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;

/** Direct preference optimisation (Rafailov et al. 2023, arXiv 2305.18290) on summed token losses. */
public final class DpoLoss {
    private final TorchFunction loss;

    public DpoLoss(double beta, PreferenceScale scale) {
        loss = Losses.compile("dpo", Map.of("beta", beta, "scale", scale.factor(beta)));
    }

    /** Summed token losses of answers under the model and under the frozen reference, [sequences] each. */
    public record Sums(NDArray current, NDArray reference) {}

    /** The loss, a scalar. */
    public NDArray of(NDManager scope, Sums preferred, Sums dispreferred) {
        return loss.call(
                        scope,
                        preferred.current(),
                        preferred.reference(),
                        dispreferred.current(),
                        dispreferred.reference())
                .get(0);
    }
}
