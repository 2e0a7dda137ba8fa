package org.palimpsest.app.chart.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.XChoice;

/** The points of several series side by side: a row for each step, with seconds and tokens where a series knows them. */
final class CurveRows {
    private CurveRows() {}

    /**
     * Lays series side by side.
     *
     * @param step heading of the first column
     * @param seconds heading of the second
     * @param tokens heading of the third
     */
    static ChartTable of(Collection<Curve> curves, String step, String seconds, String tokens) {
        List<Curve> shown = curves.stream().filter(Curve::visible).toList();
        List<String> columns = new ArrayList<>(List.of(step, seconds, tokens));
        shown.forEach(curve -> columns.add(curve.label()));
        List<double[]> rows = merge(shown.stream().map(Curve::series).toList());
        return new ChartTable(columns, rows.size(), (row, column) -> {
            double number = rows.get(row)[column];
            return Double.isNaN(number) ? null : (Object) number;
        });
    }

    private static List<double[]> merge(List<SeriesData> series) {
        int[] next = new int[series.size()];
        List<double[]> rows = new ArrayList<>();
        while (true) {
            double step = Double.POSITIVE_INFINITY;
            for (int s = 0; s < next.length; s++) {
                if (next[s] < series.get(s).size()) {
                    step = Math.min(step, series.get(s).x(XChoice.STEP, next[s]));
                }
            }
            if (step == Double.POSITIVE_INFINITY) {
                return rows;
            }
            rows.add(row(series, next, step));
        }
    }

    private static double[] row(List<SeriesData> series, int[] next, double step) {
        double[] row = new double[3 + next.length];
        Arrays.fill(row, Double.NaN);
        row[0] = step;
        for (int s = 0; s < next.length; s++) {
            SeriesData data = series.get(s);
            if (next[s] < data.size() && data.x(XChoice.STEP, next[s]) == step) {
                row[3 + s] = data.value(next[s]);
                row[1] = data.knows(XChoice.SECONDS) ? data.x(XChoice.SECONDS, next[s]) : row[1];
                row[2] = data.knows(XChoice.TOKENS) ? data.x(XChoice.TOKENS, next[s]) : row[2];
                next[s]++;
            }
        }
        return row;
    }
}
