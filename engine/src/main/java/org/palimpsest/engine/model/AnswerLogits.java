package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/**
 * Logits at the supervised positions of a batch, the only ones that the head is computed for.
 *
 * @param logits [supervised, vocabulary]
 * @param labels [supervised], int64
 * @param sequence which row of the batch a position belongs to, [supervised], int64
 * @param counts supervised tokens of each row, [batch], float32
 */
public record AnswerLogits(NDArray logits, NDArray labels, NDArray sequence, NDArray counts) {
    private static final TorchFunction ROWS =
            TorchSource.of(AnswerLogits.class, "decoder.torch").function("rows", Map.of());

    /** Runs the model over a batch, as far as its last supervised position; everything belongs to {@code scope}. */
    public static AnswerLogits of(NDManager scope, DecoderModel model, LabelledBatch batch) {
        int time = batch.tokens().time();
        int needed =
                Arrays.stream(batch.positions()).map(at -> at % time + 1).max().orElse(time);
        int[] positions = Arrays.stream(batch.positions())
                .map(at -> at / time * needed + at % time)
                .toArray();
        NDArray hidden = model.hidden(scope, batch.tokens().first(needed), Taps.none());
        NDArray rows = ROWS.call(scope, hidden, longs(scope, positions)).get(0);
        float[] counts = new float[batch.size()];
        for (int b = 0; b < counts.length; b++) {
            counts[b] = batch.counts()[b];
        }
        return new AnswerLogits(
                model.logits(scope, rows),
                longs(scope, batch.labels()),
                longs(scope, batch.sequences()),
                scope.create(counts));
    }

    public int sequences() {
        return (int) counts.size();
    }

    private static NDArray longs(NDManager scope, int[] values) {
        return scope.create(Arrays.stream(values).asLongStream().toArray()).toType(DataType.INT64, false);
    }
}
