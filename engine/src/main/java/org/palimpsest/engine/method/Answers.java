package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.objective.TokenLoss;

/**
 * A model's logits on the answers of a batch, with the losses that methods are written in.
 *
 * @param nll l_t at each supervised position, [positions]
 */
record Answers(BatchPart part, AnswerLogits at, NDArray nll) {

    static Answers of(NDManager scope, DecoderModel model, BatchPart part) {
        AnswerLogits at = AnswerLogits.of(scope, model, part.rows());
        return new Answers(part, at, TokenLoss.perToken(scope, at.logits(), at.labels()));
    }

    /** NLL_mean: over all supervised tokens of the batch. */
    PartialMean mean() {
        return part.overTokens(nll.mean());
    }

    /** S(b): the sum over each answer, [sequences]. */
    NDArray sums(NDManager scope) {
        return TokenLoss.perSequence(scope, nll, at.sequence(), at.sequences());
    }
}
