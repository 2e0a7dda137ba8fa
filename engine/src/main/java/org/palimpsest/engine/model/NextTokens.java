package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Chooses the next token of each row of logits, among the tokens there are.
 *
 * @param bars added to the logits, {@code [vocabulary]}: 0 for a token that may be said, -infinity for another; null where all may
 */
record NextTokens(Sampling sampling, NDArray bars) {
    /** No token: among logits that are not finite none is the next. */
    static final int NONE = -1;

    /**
     * Bars the ids that are not among {@code tokens}.
     *
     * @param scope owns the bars
     * @param tokens ids that may be said; empty for all
     */
    static NextTokens of(NDManager scope, Sampling sampling, Optional<BitSet> tokens, int vocabulary) {
        if (tokens.isEmpty() || tokens.get().nextClearBit(0) >= vocabulary) {
            return new NextTokens(sampling, null);
        }
        float[] bars = new float[vocabulary];
        Arrays.fill(bars, Float.NEGATIVE_INFINITY);
        tokens.get().stream().takeWhile(id -> id < vocabulary).forEach(id -> bars[id] = 0);
        return new NextTokens(sampling, scope.create(bars));
    }

    /**
     * One token a row.
     *
     * @param logits {@code [rows, vocabulary]}
     * @return ids; {@link #NONE} where a logit is not a number or +infinity, or nothing may be said
     */
    int[] choose(NDArray logits, RandomGenerator random) {
        NDArray open = bars == null ? logits : logits.add(bars);
        // The largest of a row is not a number as soon as one of them is none.
        float[] largest = open.max(new int[] {-1}).toFloatArray();
        if (sampling.greedy()) {
            long[] best = open.argMax(-1).toLongArray();
            return IntStream.range(0, largest.length)
                    .map(row -> Float.isFinite(largest[row]) ? Math.toIntExact(best[row]) : NONE)
                    .toArray();
        }
        int vocabulary = (int) open.getShape().get(1);
        float[] values = open.toFloatArray();
        return IntStream.range(0, largest.length)
                .map(row -> Float.isFinite(largest[row])
                        ? sampling.draw(values, row * vocabulary, vocabulary, random)
                        : NONE)
                .toArray();
    }
}
