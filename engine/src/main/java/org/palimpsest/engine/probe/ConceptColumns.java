package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDArray;
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
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;

/**
 * Finds the value vectors that write the forgotten answers. In a layer with the feed-forward output Σ_j a_j v_j, column j adds
 * c_j(p) = a_j(p) ⟨E_y(p), v_j⟩ to the logit of the answer's token y(p) at the position p before it (directly, without the final
 * norm and what later layers do with it). A column's score is the mean of max(0, c_j) over the supervised positions of the
 * forget set minus the same mean over those of the retain set: columns that write what any answer consists of cancel out.
 */
final class ConceptColumns {
    private static final TorchFunction CONTRIBUTION = ProbeFunctions.compile("contribution", Map.of("columns", "down"));
    private static final TorchFunction CONTRIBUTION_TRANSPOSED =
            ProbeFunctions.compile("contribution", Map.of("columns", "torch.t(down)"));

    private ConceptColumns() {}

    /**
     * The columns with the largest scores in each layer, largest first; of equals the lower number.
     *
     * @param count how many to choose in a layer; all if there are fewer
     * @return [layers][count]
     */
    static int[][] choose(DecoderModel model, List<LabelledBatch> forget, List<LabelledBatch> retain, int count) {
        double[][] written = contributions(model, forget);
        double[][] common = contributions(model, retain);
        return IntStream.range(0, written.length)
                .mapToObj(layer -> largest(written[layer], common[layer], count))
                .toArray(int[][]::new);
    }

    private static int[] largest(double[] written, double[] common, int count) {
        return IntStream.range(0, written.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> common[j] - written[j]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Mean of max(0, c_j) over the supervised positions, [layers][intermediate]; 0 if there are none. */
    static double[][] contributions(DecoderModel model, List<LabelledBatch> batches) {
        int layers = model.config().layers();
        double[][] sums = new double[layers][model.config().intermediateSize()];
        int positions = batches.stream().mapToInt(LabelledBatch::supervised).sum();
        for (LabelledBatch batch : batches) {
            try (GradientMode off = GradientMode.off();
                    NDManager scope = Torch.newScope(model.device())) {
                Taps taps = Taps.at(Taps.Place.MLP_INNER);
                model.hidden(scope, batch.tokens(), taps);
                NDArray places = longs(scope, batch.positions());
                NDArray labels = longs(scope, batch.labels());
                for (int layer = 0; layer < layers; layer++) {
                    NDArray inner = taps.of(Taps.Place.MLP_INNER)
                            .get(layer)
                            .reshape(-1, model.config().intermediateSize())
                            .get(places);
                    float[] part = contribution(scope, model, layer, inner, labels);
                    for (int j = 0; j < part.length; j++) {
                        sums[layer][j] += part[j] / (double) positions;
                    }
                }
            }
        }
        return sums;
    }

    private static float[] contribution(NDManager scope, DecoderModel model, int layer, NDArray inner, NDArray labels) {
        NDArray down = model.parameters().get(model.downProjection(layer));
        TorchFunction function = model.matricesTransposed() ? CONTRIBUTION_TRANSPOSED : CONTRIBUTION;
        return function.call(scope, inner, labels, model.outputEmbedding(scope), down)
                .get(0)
                .toFloatArray();
    }

    private static NDArray longs(NDManager scope, int[] values) {
        return scope.create(Arrays.stream(values).asLongStream().toArray());
    }
}
