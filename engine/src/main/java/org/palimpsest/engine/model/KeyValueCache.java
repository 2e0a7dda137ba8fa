package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/**
 * Keys and values of the positions seen so far, for each layer keys [batch, key-value heads, head size, room] and values [batch,
 * key-value heads, room, head size]. There is room for more positions than were seen: layers write into it, so that a further
 * position does not copy all those before it.
 */
final class KeyValueCache implements AutoCloseable {
    private static final TorchFunction GROWN =
            TorchSource.of(KeyValueCache.class, "decoder.torch").function("grown", Map.of());

    /** Positions that room is made for at a time. */
    private static final int STEP = 64;

    private final List<NDArray> keys = new ArrayList<>();
    private final List<NDArray> values = new ArrayList<>();

    boolean isEmpty() {
        return keys.isEmpty();
    }

    NDArray keys(int layer) {
        return keys.get(layer);
    }

    NDArray values(int layer) {
        return values.get(layer);
    }

    /** Takes over what a layer saw first, both [batch, key-value heads, positions, head size]. */
    void begin(NDArray firstKeys, NDArray firstValues) {
        NDArray byDimension = firstKeys.swapAxes(2, 3);
        firstKeys.close();
        byDimension.detach();
        firstValues.detach();
        keys.add(byDimension);
        values.add(firstValues);
    }

    /** Makes room for so many positions in all. */
    void reserve(NDManager scope, int positions) {
        if (keys.isEmpty() || room() >= positions) {
            return;
        }
        long missing = positions + STEP - room();
        for (int layer = 0; layer < keys.size(); layer++) {
            NDList grown = GROWN.call(scope, keys.get(layer), values.get(layer), missing);
            grown.detach();
            replace(layer, grown.get(0), grown.get(1));
        }
    }

    private long room() {
        return values.get(0).getShape().get(2);
    }

    /** Keeps only some rows of the batch, in the given order. */
    void select(NDManager scope, int[] rows) {
        try (NDArray index = scope.create(rows).toType(DataType.INT64, false)) {
            for (int layer = 0; layer < keys.size(); layer++) {
                replace(layer, selected(keys.get(layer), index), selected(values.get(layer), index));
            }
        }
    }

    private static NDArray selected(NDArray array, NDArray rows) {
        NDArray selected = array.get(rows);
        selected.detach();
        return selected;
    }

    /** Forgets everything. */
    void clear() {
        close();
        keys.clear();
        values.clear();
    }

    private void replace(int layer, NDArray newKeys, NDArray newValues) {
        keys.set(layer, newKeys).close();
        values.set(layer, newValues).close();
    }

    @Override
    public void close() {
        keys.forEach(NDArray::close);
        values.forEach(NDArray::close);
    }
}
