package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;

/** A model's distribution over the token after a prompt, as natural logarithms, [vocabulary]; NaN throughout where its logits are not finite. */
final class NextToken {
    private final double[] logProbabilities;
    private final boolean finite;

    /** The softmax of logits, computed in double precision. */
    NextToken(float[] logits) {
        double peak = IntStream.range(0, logits.length)
                .mapToDouble(v -> logits[v])
                .max()
                .orElseThrow();
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - peak);
        }
        double normaliser = peak + Math.log(sum);
        finite = Double.isFinite(normaliser);
        logProbabilities = IntStream.range(0, logits.length)
                .mapToDouble(v -> finite ? logits[v] - normaliser : Double.NaN)
                .toArray();
    }

    /** The distributions after prompts, one a prompt, in one pass. */
    static List<NextToken> after(DecoderModel model, List<int[]> prompts, int padId) {
        TokenBatch batch = TokenBatch.of(prompts, padId);
        long[] last = IntStream.range(0, prompts.size())
                .mapToLong(b -> (long) b * batch.time() + batch.lengths()[b] - 1)
                .toArray();
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            NDArray hidden = model.hidden(scope, batch, Taps.none());
            NDArray states = hidden.reshape(-1, model.config().hiddenSize()).get(scope.create(last));
            float[] logits = model.logits(scope, states).toFloatArray();
            int vocabulary = model.config().vocabularySize();
            return IntStream.range(0, prompts.size())
                    .mapToObj(b -> new NextToken(Arrays.copyOfRange(logits, b * vocabulary, (b + 1) * vocabulary)))
                    .toList();
        }
    }

    /** Whether there is a distribution at all. */
    boolean isFinite() {
        return finite;
    }

    /** NaN where there is no distribution; 0 for a token that the model has no row for. */
    double probability(int id) {
        if (!finite) {
            return Double.NaN;
        }
        return id < logProbabilities.length ? Math.exp(logProbabilities[id]) : 0;
    }

    /**
     * The k likeliest tokens, likeliest first; of equals the one of the lower id. None where there is no distribution.
     *
     * @param tokens ids that a text can have; rows of the vocabulary that stand for nothing are passed over
     */
    IntStream top(int k, BitSet tokens) {
        if (!finite) {
            return IntStream.empty();
        }
        return tokens.stream()
                .takeWhile(id -> id < logProbabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -logProbabilities[id]))
                .limit(k)
                .mapToInt(Integer::intValue);
    }

    /**
     * KL(this ‖ other) = Σ_v p(v) (log p(v) - log q(v)) in nats; NaN where either has no distribution. Where one has more rows, both
     * are taken over the rows they have in common and scaled to sum to one there.
     */
    double divergence(NextToken other) {
        if (!finite || !other.finite) {
            return Double.NaN;
        }
        int common = Math.min(logProbabilities.length, other.logProbabilities.length);
        double own = logShare(common);
        double others = other.logShare(common);
        double sum = 0;
        for (int v = 0; v < common; v++) {
            double p = Math.exp(logProbabilities[v] - own);
            // 0 log 0 is 0, also where the logarithm is infinite.
            if (p > 0) {
                sum += p * ((logProbabilities[v] - own) - (other.logProbabilities[v] - others));
            }
        }
        return sum;
    }

    /** Logarithm of the probability of the first rows together. */
    private double logShare(int rows) {
        return rows == logProbabilities.length
                ? 0
                : Math.log(
                        Arrays.stream(logProbabilities, 0, rows).map(Math::exp).sum());
    }
}
