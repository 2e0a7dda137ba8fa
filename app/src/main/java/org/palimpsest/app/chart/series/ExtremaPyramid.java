package org.palimpsest.app.chart.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers where the least and the greatest value of any stretch of a column stand, without looking at every value: blocks of {@value #FAN} values remember the
 * places of their extremes, blocks of blocks theirs, and so on. A value costs one comparison a level when it is appended, a question at most a few dozen
 * whatever the length of the stretch.
 *
 * <p>NaN is never an extreme. For logarithmic axes the least value above zero is kept as well.
 */
final class ExtremaPyramid {
    private static final int SHIFT = 4;
    static final int FAN = 1 << SHIFT;
    private static final int NONE = -1;

    private final DoubleColumn column;
    private final List<Level> levels = new ArrayList<>();
    private int seen;

    ExtremaPyramid(DoubleColumn column) {
        this.column = column;
    }

    /** Takes in what was appended to the column since the last call. */
    void grow() {
        for (; seen < column.size(); seen++) {
            if (levels.isEmpty() || seen >> SHIFT * levels.size() > 0) {
                levels.add(openLevel(levels.size()));
            }
            for (int depth = 0; depth < levels.size(); depth++) {
                levels.get(depth).put(column, seen >> SHIFT * (depth + 1), seen);
            }
        }
    }

    /** Forgets everything from {@code size} on. */
    void cut(int size) {
        if (size >= seen) {
            return;
        }
        // What the largest blocks cut through are taken in anew, in every level; their earlier neighbours stay.
        int top = SHIFT * levels.size();
        seen = size >> top << top;
        for (int depth = 0; depth < levels.size(); depth++) {
            levels.get(depth).cut(seen >> SHIFT * (depth + 1));
        }
    }

    /** A level opens when the one below has its second block, and first learns of what came before. */
    private Level openLevel(int depth) {
        Level level = new Level();
        for (int earlier = 0; earlier < seen; earlier++) {
            level.put(column, earlier >> SHIFT * (depth + 1), earlier);
        }
        return level;
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
            while (depth < levels.size()
                    && (at & (1 << SHIFT * (depth + 1)) - 1) == 0
                    && at + (1 << SHIFT * (depth + 1)) <= to) {
                depth++;
            }
            int candidate = depth == 0 ? at : levels.get(depth - 1).get(want, at >> SHIFT * depth);
            best = better(column, want, best, candidate);
            at += 1 << SHIFT * depth;
        }
        return best;
    }

    private static int better(DoubleColumn column, Want want, int best, int candidate) {
        if (candidate == NONE) {
            return best;
        }
        double value = column.get(candidate);
        if (Double.isNaN(value) || want == Want.LEAST_POSITIVE && value <= 0) {
            return best;
        }
        if (best == NONE) {
            return candidate;
        }
        return want == Want.GREATEST
                ? (value > column.get(best) ? candidate : best)
                : (value < column.get(best) ? candidate : best);
    }

    private enum Want {
        LEAST,
        GREATEST,
        LEAST_POSITIVE
    }

    /** The places of the extremes of each block of one size. */
    private static final class Level {
        private final IntColumn[] places = {new IntColumn(), new IntColumn(), new IntColumn()};

        void put(DoubleColumn column, int block, int index) {
            for (Want want : WANTS) {
                IntColumn places = this.places[want.ordinal()];
                if (block == places.size()) {
                    places.add(NONE);
                }
                places.set(block, better(column, want, places.get(block), index));
            }
        }

        int get(Want want, int block) {
            return places[want.ordinal()].get(block);
        }

        void cut(int blocks) {
            for (IntColumn column : places) {
                column.cut(blocks);
            }
        }
    }

    private static final Want[] WANTS = Want.values();
}
