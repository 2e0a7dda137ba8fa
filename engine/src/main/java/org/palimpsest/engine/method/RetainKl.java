package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.objective.KlDivergence;

/**
 * KL_ret: KL(reference ‖ current) on the retain batch, averaged over every position of the padded batch, prompt and padding
 * included, as the field's benchmark suite defines it.
 */
final class RetainKl {
    private RetainKl() {}

    static NDArray of(NDManager scope, DecoderModel model, FrozenReference reference, LabelledBatch retain) {
        NDArray current = allLogits(scope, model, retain);
        return KlDivergence.perPosition(scope, reference.allLogits(scope, retain), current)
                .mean();
    }

    /** Logits at every position, [batch·time, vocabulary]. */
    static NDArray allLogits(NDManager scope, DecoderModel model, LabelledBatch batch) {
        NDArray hidden = model.hidden(scope, batch.tokens(), Taps.none(), true);
        return model.logits(scope, hidden.reshape(-1, model.config().hiddenSize()));
    }
}
