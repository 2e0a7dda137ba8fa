package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;

/** A model's distribution over the token after a prompt, as natural logarithms, [vocabulary]. */
final class NextToken {
    private final double[] logProbabilities;

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
        logProbabilities = IntStream.range(0, logits.length)
                .mapToDouble(v -> logits[v] - normaliser)
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

    double probability(int id) {
        return Math.exp(logProbabilities[id]);
    }

    /** The k likeliest tokens, likeliest first; of equals the one of the lower id. */
    IntStream top(int k) {
        return IntStream.range(0, logProbabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -logProbabilities[id]))
                .limit(k)
                .mapToInt(Integer::intValue);
    }

    /** KL(this ‖ other) = Σ_v p(v) (log p(v) - log q(v)) in nats. */
    double divergence(NextToken other) {
        double sum = 0;
        for (int v = 0; v < logProbabilities.length; v++) {
            double p = Math.exp(logProbabilities[v]);
            // 0 log 0 is 0, also where the logarithm is infinite.
            if (p > 0) {
                sum += p * (logProbabilities[v] - other.logProbabilities[v]);
            }
        }
        return sum;
    }
}
