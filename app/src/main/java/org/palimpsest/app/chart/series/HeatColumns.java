package org.palimpsest.app.chart.series;

import java.util.Arrays;
import java.util.List;

/** Picks from several series of the same steps what a heat map of given columns can show. */
public final class HeatColumns {
    private HeatColumns() {}

    /**
     * For each series and pixel column the amount to show there: of the points in that column the one farthest from zero, so that no flash is lost; where a column
     * has no point, the one before it, which holds until the next; NaN before the first and after the last has had its time.
     *
     * @return [series, column]
     */
    public static double[][] of(List<SeriesData> series, Viewport view) {
        double[][] amounts = new double[series.size()][view.columns()];
        for (int s = 0; s < amounts.length; s++) {
            fill(series.get(s), view, amounts[s]);
        }
        return amounts;
    }

    private static void fill(SeriesData series, Viewport view, double[] amounts) {
        Arrays.fill(amounts, Double.NaN);
        if (series.size() == 0 || !series.knows(view.choice())) {
            return;
        }
        DoubleColumn x = series.column(view.choice());
        ExtremaPyramid extremes = series.raw().extremes();
        double end = reach(series, view.choice());
        int from = x.firstAtLeast(view.from());
        for (int column = 0; column < amounts.length; column++) {
            int to = column == amounts.length - 1
                    ? x.firstAbove(view.to())
                    : Math.max(from, x.firstAtLeast(view.edge(column + 1)));
            if (to > from) {
                amounts[column] = farthest(series, extremes, from, to);
            } else if (from > 0 && view.edge(column) < end) {
                amounts[column] = series.value(from - 1);
            }
            from = to;
        }
    }

    private static double farthest(SeriesData series, ExtremaPyramid extremes, int from, int to) {
        int least = extremes.least(from, to);
        int greatest = extremes.greatest(from, to);
        if (least < 0 || greatest < 0) {
            return Double.NaN;
        }
        double low = series.value(least);
        double high = series.value(greatest);
        return Math.abs(low) > Math.abs(high) ? low : high;
    }

    /** Until where the last point holds: as long as the one before it did. */
    public static double reach(SeriesData series, XChoice choice) {
        int last = series.size() - 1;
        double at = series.x(choice, last);
        return at + (last == 0 ? 1 : Math.max(at - series.x(choice, last - 1), 1e-9));
    }
}
