package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Additive attention masks, 0 where a query may look and -∞ where it may not. */
final class AttentionMask {
    private AttentionMask() {}

    /**
     * The mask of the last {@code queries} of {@code keys} positions.
     *
     * @param firstKey for each row the first position that is not padding on the left
     * @param endKey for each row the position behind the last that is not padding on the right
     * @param window how many positions a query sees back, itself counted; 0 for all
     * @return [batch, 1, queries, keys], batch 1 if there is no padding
     */
    static NDArray of(NDManager scope, int[] firstKey, int[] endKey, int queries, int keys, int window) {
        boolean padded = false;
        for (int b = 0; b < firstKey.length; b++) {
            padded |= firstKey[b] > 0 || endKey[b] < keys;
        }
        int rows = padded ? firstKey.length : 1;
        float[] mask = new float[rows * queries * keys];
        int at = 0;
        for (int b = 0; b < rows; b++) {
            for (int q = 0; q < queries; q++) {
                int position = keys - queries + q;
                for (int k = 0; k < keys; k++) {
                    boolean seen = k <= position
                            && k >= firstKey[b]
                            && k < endKey[b]
                            && (window == 0 || k > position - window);
                    // A query on the padding itself sees itself alone, lest its softmax be 0/0.
                    mask[at++] = seen || (k == position && position < firstKey[b]) ? 0 : Float.NEGATIVE_INFINITY;
                }
            }
        }
        return scope.create(mask, new Shape(rows, 1, queries, keys));
    }
}
