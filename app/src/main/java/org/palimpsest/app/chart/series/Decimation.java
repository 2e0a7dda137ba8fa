package org.palimpsest.app.chart.series;

/**
 * Picks from a series the points that a viewport can show: in each pixel column the least and the greatest value, in the order they stand in the series, so that
 * no peak is lost and the line has the outline of the full one. Costs a time that grows with the number of columns, hardly with that of points.
 *
 * <p>A gap is kept where it stands at the edge of a column or fills one; a gap with values on both sides in the same column is narrower than
 * a pixel and is passed over.
 */
final class Decimation {
    private final SeriesData series;
    private final Trace trace;
    private final Viewport view;
    private final DoubleColumn x;
    private final Points.Builder points;

    private Decimation(SeriesData series, Trace trace, Viewport view) {
        this.series = series;
        this.trace = trace;
        this.view = view;
        this.x = series.column(view.choice());
        this.points = new Points.Builder(2 * view.columns() + 2);
    }

    static Points of(SeriesData series, Trace trace, Viewport view) {
        if (series.size() == 0 || !series.knows(view.choice())) {
            return Points.NONE;
        }
        return new Decimation(series, trace, view).pick();
    }

    private Points pick() {
        int drawable = view.logX() ? x.firstAbove(0) : 0;
        int first = Math.max(drawable, x.firstAtLeast(view.from()));
        int end = x.firstAbove(view.to());
        // One point beyond either edge lets the line leave the picture instead of ending before it.
        if (first > drawable) {
            put(first - 1);
        }
        if (end - first <= 2 * view.columns()) {
            for (int i = first; i < end; i++) {
                put(i);
            }
        } else {
            pickColumns(first, end);
        }
        if (end < series.size() && end >= drawable) {
            put(end);
        }
        return points.build();
    }

    private void pickColumns(int first, int end) {
        ExtremaPyramid extremes = trace.extremes();
        int from = first;
        for (int column = 1; column <= view.columns() && from < end; column++) {
            int to = column == view.columns() ? end : Math.max(from, Math.min(end, x.firstAtLeast(view.edge(column))));
            if (to > from) {
                pickColumn(extremes, from, to);
            }
            from = to;
        }
    }

    private void pickColumn(ExtremaPyramid extremes, int from, int to) {
        int least = view.logY() ? extremes.leastPositive(from, to) : extremes.least(from, to);
        int greatest = extremes.greatest(from, to);
        if (least < 0 || greatest < 0) {
            put(from);
            return;
        }
        if (gap(from)) {
            put(from);
        }
        put(Math.min(least, greatest));
        if (least != greatest) {
            put(Math.max(least, greatest));
        }
        if (gap(to - 1)) {
            put(to - 1);
        }
    }

    private boolean gap(int index) {
        double value = trace.values.get(index);
        return Double.isNaN(value) || (view.logY() && value <= 0);
    }

    private void put(int index) {
        points.add(x.get(index), gap(index) ? Double.NaN : trace.values.get(index));
    }
}
