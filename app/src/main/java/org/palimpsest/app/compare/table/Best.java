package org.palimpsest.app.compare.table;

import java.util.List;

/**
 * How good the best run of a column is; several runs may share it.
 *
 * @param distance from the best there could be, smaller being better; NaN if none is best
 */
record Best(double distance) {

    /** Among fewer than two values none is best, nor where neither way is better. */
    static Best of(List<RunRow> runs, ScoreColumn score, double reference) {
        double least = Double.NaN;
        int values = 0;
        for (RunRow run : runs) {
            double distance = distance(run, score, reference);
            if (!Double.isNaN(distance)) {
                values++;
                least = values == 1 ? distance : Math.min(least, distance);
            }
        }
        return new Best(values < 2 ? Double.NaN : least);
    }

    boolean is(RunRow run, ScoreColumn score, double reference) {
        return distance(run, score, reference) == distance;
    }

    private static double distance(RunRow run, ScoreColumn score, double reference) {
        double value = run.figure(score.id());
        if (score.better() == null) {
            return Double.NaN;
        }
        return switch (score.better()) {
            case HIGHER -> -value;
            case LOWER -> value;
            case NEAR_REFERENCE -> Math.abs(value - reference);
        };
    }
}
