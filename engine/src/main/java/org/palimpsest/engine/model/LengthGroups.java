package org.palimpsest.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts a batch into rows of about the same length. Each group goes through a model by itself, so that short rows are not padded to
 * the longest of all: on short answers that spares a third of the positions.
 */
final class LengthGroups {
    /** A row this much shorter than the longest of its group begins a group of its own. */
    private static final double SHORTEST = 0.75;

    /** Below so many positions a pass costs about the same however few there are. */
    private static final int FEWEST_POSITIONS = 256;

    private LengthGroups() {}

    /**
     * The groups, the longest rows first; rows of a group in the order of the batch.
     *
     * @param lengths positions that each row needs
     */
    static List<int[]> of(int[] lengths) {
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt(row -> -lengths[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> groups = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || apart(lengths, order, begin, i)) {
                groups.add(
                        IntStream.range(begin, i).map(at -> order[at]).sorted().toArray());
                begin = i;
            }
        }
        return groups;
    }

    /** Whether a group that begins at {@code begin} ends before {@code next}. */
    private static boolean apart(int[] lengths, int[] order, int begin, int next) {
        int longest = lengths[order[begin]];
        int length = lengths[order[next]];
        return length < SHORTEST * longest
                && (next - begin) * longest >= FEWEST_POSITIONS
                && (order.length - next) * length >= FEWEST_POSITIONS;
    }
}
