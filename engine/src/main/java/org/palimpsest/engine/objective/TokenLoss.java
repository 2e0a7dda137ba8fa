package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.palimpsest.engine.tensor.TorchFunction;

/** The negative log-likelihood of supervised tokens, l_t, and its reductions. */
public final class TokenLoss {
    private static final TorchFunction TOKEN_NLL = Losses.compile("token-nll");
    private static final TorchFunction SEQUENCE_SUM = Losses.compile("sequence-sum");

    private TokenLoss() {}

    /**
     * l_t = -log softmax(h_t)[y_t] in nats.
     *
     * @param logits [positions, vocabulary]
     * @param labels [positions], int64
     * @return [positions]
     */
    public static NDArray perToken(NDManager scope, NDArray logits, NDArray labels) {
        return TOKEN_NLL.call(scope, logits, labels).get(0);
    }

    /**
     * Sums values over the positions of each sequence.
     *
     * @param values [positions]
     * @param sequence [positions], int64, which sequence a position belongs to
     * @return [sequences]
     */
    public static NDArray perSequence(NDManager scope, NDArray values, NDArray sequence, int sequences) {
        NDArray zeros = scope.zeros(new Shape(sequences));
        return SEQUENCE_SUM.call(scope, values, sequence, zeros).get(0);
    }
}
