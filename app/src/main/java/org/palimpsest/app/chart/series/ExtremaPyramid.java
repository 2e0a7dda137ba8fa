package org.palimpsest.app.chart.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers where the least and the greatest value of any stretch of a column stand, without looking at every value: each full block of {@value #FAN} values
 * remembers the places of its extremes, each full block of {@value #FAN} blocks theirs, and so on. A value costs a few comparisons when it is appended, a
 * question a few dozen whatever the length of the stretch.
 *
 * <p>NaN is never an extreme. For logarithmic axes the least value above zero is kept as well.
 */
final class ExtremaPyramid {
    private static final int SHIFT = 4;
    static final int FAN = 1 << SHIFT;
    private static final int NONE = -1;
    private static final Want[] WANTS = Want.values();

    private final DoubleColumn column;
    private final List<Level> levels = new ArrayList<>();

    ExtremaPyramid(DoubleColumn column) {
        this.column = column;
    }

    /** Takes in what was appended to the column since the last call. */
    void grow() {
        int full = column.size() >> SHIFT;
        for (int block = blocks(0); block < full; block++) {
            close(0, block);
        }
    }

    /** Forgets everything from {@code size} on. */
    void cut(int size) {
        for (int depth = 0; depth < levels.size(); depth++) {
            levels.get(depth).cut(size >> (SHIFT * (depth + 1)));
        }
    }

    /** Remembers the extremes of a block that is full, and of the block of blocks that it fills, if it does. */
    private void close(int depth, int block) {
        if (depth == levels.size()) {
            levels.add(new Level());
        }
        Level level = levels.get(depth);
        for (Want want : WANTS) {
            int best = NONE;
            for (int part = block << SHIFT; part < (block + 1) << SHIFT; part++) {
                best = better(
                        want, best, depth == 0 ? part : levels.get(depth - 1).get(want, part));
            }
            level.add(want, best);
        }
        if ((block + 1) % FAN == 0) {
            close(depth + 1, block >> SHIFT);
        }
    }

    private int blocks(int depth) {
        return depth < levels.size() ? levels.get(depth).size() : 0;
    }

    /** Index of the least value of [{@code from}, {@code to}), or -1 if there is none that is a number. */
    int least(int from, int to) {
        return find(from, to, Want.LEAST);
    }

    /** Index of the greatest value of [{@code from}, {@code to}), or -1. */
    int greatest(int from, int to) {
        return find(from, to, Want.GREATEST);
    }

    /** Index of the least value above zero of [{@code from}, {@code to}), or -1. */
    int leastPositive(int from, int to) {
        return find(from, to, Want.LEAST_POSITIVE);
    }

    private int find(int from, int to, Want want) {
        int best = NONE;
        int at = from;
        while (at < to) {
            int depth = 0;
            // The largest block that starts here and ends within the stretch.
            while (depth < levels.size() && (at & (length(depth + 1) - 1)) == 0 && at + length(depth + 1) <= to) {
                depth++;
            }
            best = better(want, best, depth == 0 ? at : levels.get(depth - 1).get(want, at >> (SHIFT * depth)));
            at += length(depth);
        }
        return best;
    }

    /** Number of values in a block of this depth; 1 at depth 0, where there are no blocks. */
    private static int length(int depth) {
        return 1 << (SHIFT * depth);
    }

    private int better(Want want, int best, int candidate) {
        if (candidate == NONE) {
            return best;
        }
        double value = column.get(candidate);
        if (Double.isNaN(value) || (want == Want.LEAST_POSITIVE && value <= 0)) {
            return best;
        }
        if (best == NONE) {
            return candidate;
        }
        boolean wins = want == Want.GREATEST ? value > column.get(best) : value < column.get(best);
        return wins ? candidate : best;
    }

    private enum Want {
        LEAST,
        GREATEST,
        LEAST_POSITIVE
    }

    /** The places of the extremes of each full block of one size. */
    private static final class Level {
        private final IntColumn least = new IntColumn();
        private final IntColumn greatest = new IntColumn();
        private final IntColumn leastPositive = new IntColumn();

        void add(Want want, int place) {
            places(want).add(place);
        }

        int get(Want want, int block) {
            return places(want).get(block);
        }

        int size() {
            return least.size();
        }

        void cut(int blocks) {
            least.cut(blocks);
            greatest.cut(blocks);
            leastPositive.cut(blocks);
        }

        private IntColumn places(Want want) {
            return switch (want) {
                case LEAST -> least;
                case GREATEST -> greatest;
                case LEAST_POSITIVE -> leastPositive;
            };
        }
    }
}
