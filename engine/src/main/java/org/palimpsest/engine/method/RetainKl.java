package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.objective.KlDivergence;

/** KL_ret: KL(reference ‖ current) at the positions of the retain batch, prompt and answer, as one mean over the whole batch. */
final class RetainKl {
    /** Which positions the mean runs over. */
    enum Positions {
        /** All that are not padding. */
        REAL,
        /**
         * Every position of the whole batch padded to its longest row, as the field's benchmark suite has it. The divergence on
         * padding counts too, so the term depends on how long the other rows are.
         */
        PADDED
    }

    private final DecoderModel model;
    private final FrozenReference reference;
    private final Positions positions;

    private RetainKl(DecoderModel model, FrozenReference reference, Positions positions) {
        this.model = model;
        this.reference = reference;
        this.positions = positions;
    }

    /** The divergence of {@code model} from the frozen target, over the {@code klPositions} of the settings. */
    static RetainKl of(DecoderModel model, FrozenReference reference, Settings settings) {
        return new RetainKl(model, reference, settings.choice("klPositions", Positions.class));
    }

    PartialMean of(NDManager scope, BatchPart retain) {
        if (positions == Positions.REAL) {
            TokenBatch tokens = retain.rows().tokens();
            return retain.overPositions(divergence(
                    scope,
                    AnswerLogits.everywhere(scope, model, tokens),
                    reference.logits(frozen -> AnswerLogits.everywhere(scope, frozen, tokens))));
        }
        // Padded to the longest row of the whole batch, the parts of a divided batch have the same positions as the
        // undivided one.
        TokenBatch tokens = retain.padded();
        return retain.overSequences(divergence(
                scope, padded(scope, model, tokens), reference.logits(frozen -> padded(scope, frozen, tokens))));
    }

    private static NDArray divergence(NDManager scope, NDArray current, NDArray reference) {
        return KlDivergence.perPosition(scope, reference, current).mean();
    }

    /** Logits at every position, padding included, [batch·time, vocabulary]. */
    private static NDArray padded(NDManager scope, DecoderModel model, TokenBatch tokens) {
        NDArray hidden = model.hidden(scope, tokens, Taps.none(), true);
        return model.logits(scope, hidden.reshape(-1, model.config().hiddenSize()));
    }
}
