package org.palimpsest.engine.model;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences with the positions that are to be predicted.
 *
 * @param tokens ids padded on the right, [batch, time]
 * @param positions flat positions b·time + t whose successor is supervised, in order, [supervised]
 * @param labels the supervised ids, [supervised]
 * @param sequences which row each supervised position belongs to, [supervised]
 * @param counts supervised tokens of each row, [batch]
 */
public record LabelledBatch(TokenBatch tokens, int[] positions, int[] labels, int[] sequences, int[] counts) {
    /** The label of a position that no loss sees. */
    public static final int IGNORED = -100;

    /**
     * Pads sequences and collects what is supervised. The label of index t is predicted by the logits of t - 1.
     *
     * @param ids a sequence each
     * @param labels of the same lengths, {@link #IGNORED} where nothing is supervised
     */
    public static LabelledBatch of(List<int[]> ids, List<int[]> labels, int padId) {
        TokenBatch tokens = TokenBatch.of(ids, padId);
        int[] counts = new int[ids.size()];
        int total = labels.stream()
                .mapToInt(row -> (int)
                        Arrays.stream(row).skip(1).filter(l -> l != IGNORED).count())
                .sum();
        int[] positions = new int[total];
        int[] targets = new int[total];
        int[] sequences = new int[total];
        int at = 0;
        for (int b = 0; b < counts.length; b++) {
            int[] row = labels.get(b);
            for (int t = 1; t < row.length; t++) {
                if (row[t] != IGNORED) {
                    positions[at] = b * tokens.time() + t - 1;
                    targets[at] = row[t];
                    sequences[at++] = b;
                    counts[b]++;
                }
            }
        }
        return new LabelledBatch(tokens, positions, targets, sequences, counts);
    }

    public int size() {
        return counts.length;
    }

    /** Number of supervised tokens. */
    public int supervised() {
        return labels.length;
    }
}
