package org.palimpsest.engine.model;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences of token ids made rectangular by padding on the right.
 *
 * @param ids [batch, time]
 * @param lengths [batch], true lengths; positions from there on are padding
 */
public record TokenBatch(int[][] ids, int[] lengths) {

    /** Pads sequences to the longest of them. */
    public static TokenBatch of(List<int[]> sequences, int padId) {
        int time = sequences.stream().mapToInt(s -> s.length).max().orElse(0);
        int[][] ids = new int[sequences.size()][];
        int[] lengths = new int[sequences.size()];
        for (int b = 0; b < ids.length; b++) {
            int[] sequence = sequences.get(b);
            lengths[b] = sequence.length;
            ids[b] = Arrays.copyOf(sequence, time);
            Arrays.fill(ids[b], sequence.length, time, padId);
        }
        return new TokenBatch(ids, lengths);
    }

    public int size() {
        return ids.length;
    }

    public int time() {
        return ids.length == 0 ? 0 : ids[0].length;
    }

    /** The first {@code time} positions of some rows, in the given order. */
    TokenBatch part(int[] rows, int time) {
        return new TokenBatch(
                Arrays.stream(rows)
                        .mapToObj(row -> Arrays.copyOf(ids[row], time))
                        .toArray(int[][]::new),
                Arrays.stream(rows).map(row -> Math.min(lengths[row], time)).toArray());
    }

    /** The same sequences with padding up to {@code time}, which is no less than their own. */
    public TokenBatch widened(int time, int padId) {
        if (time == time()) {
            return this;
        }
        int[][] wider = new int[ids.length][];
        for (int b = 0; b < wider.length; b++) {
            wider[b] = Arrays.copyOf(ids[b], time);
            Arrays.fill(wider[b], time(), time, padId);
        }
        return new TokenBatch(wider, lengths);
    }

    boolean padded() {
        return Arrays.stream(lengths).anyMatch(length -> length < time());
    }

    long[] flat() {
        return Arrays.stream(ids).flatMapToInt(Arrays::stream).asLongStream().toArray();
    }
}
