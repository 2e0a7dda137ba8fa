package org.palimpsest.engine.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;
import org.palimpsest.engine.text.EncodedExample;

/**
 * Scores given answers under a model. Sequences of similar length go through it together, so little is wasted on padding;
 * results come in the order of the examples and do not depend on that order; nor, but for rounding, on the batch size.
 *
 * @param model only read
 * @param batchSize most sequences in one forward pass
 */
public record AnswerScorer(DecoderModel model, int batchSize) {
    private static final TorchFunction SCORE =
            TorchSource.of(AnswerScorer.class, "answers.torch").function("score", Map.of());

    /**
     * Logits are computed for so many positions at a time that there are no more than this, whatever the batch: they stay
     * in the processor's cache while they are worked on, and large vocabularies need no large memory.
     */
    private static final int LOGITS_AT_A_TIME = 1 << 20;

    /** Below this many positions the product with the head becomes slower than it has to be. */
    private static final int FEWEST_POSITIONS_AT_A_TIME = 64;

    /** Checks the batch size. */
    public AnswerScorer {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be at least 1, but is " + batchSize);
        }
    }

    /** As {@link #score(List, Progress)}, unheard. */
    public List<AnswerScore> score(List<EncodedExample> examples) {
        return score(examples, Progress.NONE);
    }

    /**
     * Scores every example. Native memory is freed after every batch.
     *
     * @return one an example; {@linkplain AnswerScore#isEmpty() empty} where an example has no supervised token, which the
     *     model never sees then
     */
    public List<AnswerScore> score(List<EncodedExample> examples, Progress progress) {
        AnswerScore[] scores = new AnswerScore[examples.size()];
        Arrays.fill(scores, new AnswerScore(new float[0], new int[0], new int[0]));
        // Longest first: if memory does not suffice, that shows at once. Equally long ones are ordered by their tokens,
        // so
        // that the same examples form the same batches in whatever order they are given, down to the last bit.
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .filter(i -> examples.get(i).supervisedTokens() > 0)
                .sorted(Comparator.<Integer>comparingInt(i -> -examples.get(i).length())
                        .thenComparing(i -> examples.get(i).ids(), (a, b) -> Arrays.compare(a, b)))
                .toList();
        int skipped = scores.length - order.size();
        try (GradientMode off = GradientMode.off()) {
            for (int from = 0; from < order.size(); from += batchSize) {
                List<Integer> rows = order.subList(from, Math.min(order.size(), from + batchSize));
                List<AnswerScore> batch = batch(rows.stream().map(examples::get).toList());
                for (int i = 0; i < rows.size(); i++) {
                    scores[rows.get(i)] = batch.get(i);
                }
                progress.report(skipped + from + rows.size(), scores.length);
            }
        }
        return List.of(scores);
    }

    private List<AnswerScore> batch(List<EncodedExample> rows) {
        LabelledBatch batch = LabelledBatch.of(
                rows.stream().map(EncodedExample::ids).toList(),
                rows.stream().map(EncodedExample::labels).toList(),
                0);
        float[] losses = new float[batch.supervised()];
        int[] predicted = new int[batch.supervised()];
        try (NDManager scope = Torch.newScope(model.device())) {
            NDArray hidden = model.hidden(scope, batch.tokens(), Taps.none())
                    .reshape(-1, model.config().hiddenSize());
            int step = Math.max(
                    FEWEST_POSITIONS_AT_A_TIME,
                    LOGITS_AT_A_TIME / model.config().vocabularySize());
            for (int from = 0; from < losses.length; from += step) {
                fill(scope, hidden, batch, from, Math.min(losses.length, from + step), losses, predicted);
            }
        }
        int[] ends = batch.counts().clone();
        Arrays.parallelPrefix(ends, Integer::sum);
        return IntStream.range(0, ends.length)
                .mapToObj(b -> {
                    int from = ends[b] - batch.counts()[b];
                    return new AnswerScore(
                            Arrays.copyOfRange(losses, from, ends[b]),
                            Arrays.copyOfRange(predicted, from, ends[b]),
                            Arrays.copyOfRange(batch.labels(), from, ends[b]));
                })
                .toList();
    }

    /** Scores the supervised positions [from, to) of a batch. */
    private void fill(
            NDManager parent, NDArray hidden, LabelledBatch batch, int from, int to, float[] losses, int[] predicted) {
        try (NDManager scope = Scopes.child(parent)) {
            NDArray places = scope.create(longs(batch.positions(), from, to));
            NDArray states = hidden.get(places);
            states.attach(scope);
            NDArray labels = scope.create(longs(batch.labels(), from, to));
            NDList result = SCORE.call(scope, model.logits(scope, states), labels);
            System.arraycopy(result.get(0).toFloatArray(), 0, losses, from, to - from);
            long[] best = result.get(1).toLongArray();
            for (int i = 0; i < best.length; i++) {
                predicted[from + i] = Math.toIntExact(best[i]);
            }
        }
    }

    private static long[] longs(int[] values, int from, int to) {
        return Arrays.stream(values, from, to).asLongStream().toArray();
    }
}
