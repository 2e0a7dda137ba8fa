package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;

/** Keys and values of the positions seen so far, for each layer [batch, key-value heads, positions, head size]. */
final class KeyValueCache implements AutoCloseable {
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

    void put(int layer, NDArray newKeys, NDArray newValues) {
        if (layer == keys.size()) {
            keys.add(newKeys);
            values.add(newValues);
        } else {
            keys.set(layer, newKeys).close();
            values.set(layer, newValues).close();
        }
    }

    /** Keeps only some rows of the batch, in the given order. */
    void select(NDManager scope, int[] rows) {
        try (NDArray index = scope.create(rows).toType(DataType.INT64, false)) {
            for (int layer = 0; layer < keys.size(); layer++) {
                put(layer, selected(keys.get(layer), index), selected(values.get(layer), index));
            }
        }
    }

    private static NDArray selected(NDArray array, NDArray rows) {
        NDArray selected = array.get(rows);
        selected.detach();
        return selected;
    }

    @Override
    public void close() {
        keys.forEach(NDArray::close);
        values.forEach(NDArray::close);
    }
}
