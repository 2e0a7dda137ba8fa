package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    private static final TorchSource SOURCE = TorchSource.of(AnswerLogits.class, "decoder.torch");
    private static final TorchFunction ROWS = SOURCE.function("rows", Map.of());
    private static final TorchFunction JOINED = SOURCE.function("joined", Map.of());

    /**
     * Runs the model over a batch, each row as far as its last supervised position, rows of about the same length together;
     * everything belongs to {@code scope}.
     */
    public static AnswerLogits of(NDManager scope, DecoderModel model, LabelledBatch batch) {
        NDArray rows = states(scope, model, batch.tokens(), batch.positions(), batch.sequences());
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

    /** Logits at every position that is not padding, row after row, [positions, vocabulary]. */
    public static NDArray everywhere(NDManager scope, DecoderModel model, TokenBatch tokens) {
        int[] sequences = IntStream.range(0, tokens.size())
                .flatMap(b -> IntStream.generate(() -> b).limit(tokens.lengths()[b]))
                .toArray();
        int[] positions = IntStream.range(0, tokens.size())
                .flatMap(b -> IntStream.range(0, tokens.lengths()[b]).map(t -> b * tokens.time() + t))
                .toArray();
        return model.logits(scope, states(scope, model, tokens, positions, sequences));
    }

    /**
     * Hidden states at some positions, [positions, hidden].
     *
     * @param positions flat positions b·time + t, ascending
     * @param sequences which row each belongs to
     */
    private static NDArray states(
            NDManager scope, DecoderModel model, TokenBatch tokens, int[] positions, int[] sequences) {
        int time = tokens.time();
        // Where angles follow the length, what is said at a position depends on how long the whole row is.
        int[] needed = model.turnsByLength() ? tokens.lengths() : needed(tokens, positions);
        List<int[]> groups = LengthGroups.of(needed);
        List<NDArray> parts = new ArrayList<>();
        int[] places = new int[positions.length];
        int done = 0;
        for (int[] group : groups) {
            int longest = Math.max(
                    1, Arrays.stream(group).map(row -> needed[row]).max().orElseThrow());
            int[] at = IntStream.range(0, places.length)
                    .filter(i -> Arrays.binarySearch(group, sequences[i]) >= 0)
                    .toArray();
            int[] inGroup = Arrays.stream(at)
                    .map(i -> Arrays.binarySearch(group, sequences[i]) * longest + positions[i] % time)
                    .toArray();
            for (int i : at) {
                places[i] = done++;
            }
            NDArray hidden = model.hidden(scope, tokens.part(group, longest), Taps.none());
            parts.add(ROWS.call(scope, hidden, longs(scope, inGroup)).get(0));
        }
        return parts.size() == 1
                ? parts.get(0)
                : JOINED.call(scope, parts, longs(scope, places)).get(0);
    }

    /** For each row how many of its positions have to be computed. */
    private static int[] needed(TokenBatch tokens, int[] positions) {
        int[] needed = new int[tokens.size()];
        for (int position : positions) {
            needed[position / tokens.time()] = position % tokens.time() + 1;
        }
        return needed;
    }

    private static NDArray longs(NDManager scope, int[] values) {
        return scope.create(Arrays.stream(values).asLongStream().toArray()).toType(DataType.INT64, false);
    }
}
