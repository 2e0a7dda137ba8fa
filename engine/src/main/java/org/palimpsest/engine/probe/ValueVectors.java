package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;

/** Reads value vectors out of a model. */
final class ValueVectors {
    private static final TorchFunction COLUMNS = ProbeFunctions.compile("columns");
    private static final TorchFunction COLUMNS_TRANSPOSED = ProbeFunctions.compile("columns.transposed");
    private static final TorchFunction TOP_TOKENS = ProbeFunctions.compile("top-tokens");

    private ValueVectors() {}

    /**
     * The chosen value vectors of a layer, read with the model's own output embedding.
     *
     * @param columns numbers of intermediate units, [chosen]
     * @param topTokens how many tokens are listed for each
     */
    static List<ValueVector> of(DecoderModel model, int layer, int[] columns, int topTokens) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            NDArray down = model.parameters().get(model.downProjection(layer));
            NDArray chosen = scope.create(Arrays.stream(columns).asLongStream().toArray());
            TorchFunction select = model.matricesTransposed() ? COLUMNS_TRANSPOSED : COLUMNS;
            return read(scope, select.call(scope, down, chosen).get(0), model.outputEmbedding(scope), topTokens);
        }
    }

    /**
     * Vectors with the tokens they raise most.
     *
     * @param vectors [vectors, hidden]
     * @param embedding [vocabulary, hidden]
     */
    static List<ValueVector> read(NDManager scope, NDArray vectors, NDArray embedding, int topTokens) {
        int count = (int) vectors.getShape().get(0);
        int width = (int) vectors.getShape().get(1);
        int k = (int) Math.min(topTokens, embedding.getShape().get(0));
        float[] entries = vectors.toFloatArray();
        long[] ids = TOP_TOKENS.call(scope, vectors, embedding, k).get(0).toLongArray();
        return IntStream.range(0, count)
                .mapToObj(c -> new ValueVector(
                        Arrays.copyOfRange(entries, c * width, (c + 1) * width),
                        idSet(Arrays.copyOfRange(ids, c * k, (c + 1) * k))))
                .toList();
    }

    private static Set<Integer> idSet(long[] ids) {
        Set<Integer> set = new HashSet<>();
        for (long id : ids) {
            set.add(Math.toIntExact(id));
        }
        return set;
    }
}
