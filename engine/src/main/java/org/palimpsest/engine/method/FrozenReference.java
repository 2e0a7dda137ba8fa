package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.EncodedExample;

/** What the frozen target says of the forget set, computed once and kept. */
final class FrozenReference implements AutoCloseable {
    /** Whole distributions are kept as long as they take no more than this; beyond it they are computed again when asked for. */
    private static final long LOGITS_BUDGET_BYTES = 1L << 30;

    private static final int ROWS_AT_A_TIME = 32;

    private final DecoderModel model;
    private final TrainingSets sets;
    private final NDManager home;
    private final Map<Integer, NDArray> logits = new HashMap<>();
    private float[] sums;
    private long logitsBytes;

    FrozenReference(DecoderModel model, TrainingSets sets) {
        this.model = model;
        this.sets = sets;
        this.home = Torch.newScope(model.device());
    }

    /** S_ref of forget rows, [rows]; the whole forget set is scored at the first call. */
    NDArray sums(NDManager scope, int[] rows) {
        if (sums == null) {
            sums = sumsOf(sets.forget());
        }
        float[] picked = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = sums[rows[i]];
        }
        return scope.create(picked);
    }

    /** S_ref of a batch that is not kept, [sequences]. */
    NDArray sums(NDManager scope, BatchPart batch) {
        try (GradientMode off = GradientMode.off()) {
            return Answers.of(scope, model, batch).sums(scope);
        }
    }

    /** Logits at the supervised positions of forget rows, in the order of a batch of these rows, [positions, vocabulary]. */
    NDArray logits(NDManager scope, int[] rows) {
        try (GradientMode off = GradientMode.off()) {
            int[] missing = Arrays.stream(rows)
                    .distinct()
                    .filter(row -> !logits.containsKey(row))
                    .toArray();
            Map<Integer, NDArray> found = new HashMap<>(logits);
            if (missing.length > 0) {
                found.putAll(compute(scope, missing));
            }
            NDList parts = new NDList();
            for (int row : rows) {
                parts.add(found.get(row));
            }
            NDArray joined = NDArrays.concat(parts, 0);
            joined.attach(scope);
            return joined;
        }
    }

    /** What {@code of} gives of the frozen target, with nothing recorded; not kept. */
    NDArray logits(Function<DecoderModel, NDArray> of) {
        try (GradientMode off = GradientMode.off()) {
            return of.apply(model);
        }
    }

    private Map<Integer, NDArray> compute(NDManager scope, int[] rows) {
        LabelledBatch batch =
                MiniBatch.batch(Arrays.stream(rows).mapToObj(sets.forget()::get).toList(), sets.padId());
        AnswerLogits all = AnswerLogits.of(scope, model, batch);
        Map<Integer, NDArray> found = new HashMap<>();
        int from = 0;
        for (int i = 0; i < rows.length; i++) {
            int to = from + batch.counts()[i];
            NDArray part = all.logits().get(new NDIndex(from + ":" + to)).duplicate();
            long bytes = 4 * part.size();
            if (logitsBytes + bytes <= LOGITS_BUDGET_BYTES) {
                part.attach(home);
                logits.put(rows[i], part);
                logitsBytes += bytes;
            }
            found.put(rows[i], part);
            from = to;
        }
        return found;
    }

    private float[] sumsOf(List<EncodedExample> examples) {
        float[] all = new float[examples.size()];
        // Rows of similar length together waste least on padding.
        int[] order = IntStream.range(0, all.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        examples.get(a).length(), examples.get(b).length()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int from = 0; from < order.length; from += ROWS_AT_A_TIME) {
            int[] rows = Arrays.copyOfRange(order, from, Math.min(order.length, from + ROWS_AT_A_TIME));
            try (NDManager scope = Scopes.child(home)) {
                BatchPart batch = BatchPart.whole(
                        Arrays.stream(rows).mapToObj(examples::get).toList(), sets.padId());
                float[] part = sums(scope, batch).toFloatArray();
                for (int i = 0; i < rows.length; i++) {
                    all[rows[i]] = part[i];
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        home.close();
    }
}
