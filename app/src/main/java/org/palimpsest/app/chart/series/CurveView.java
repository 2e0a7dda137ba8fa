package org.palimpsest.app.chart.series;

/** A series as one chart sees it: raw, and smoothed with a weight of that chart's own. Belongs to the thread of its series. */
public final class CurveView {
    private final SeriesData series;
    private SmoothedTrace smoothed;

    /** A view of {@code series}. */
    public CurveView(SeriesData series) {
        this.series = series;
    }

    /** The series seen. */
    public SeriesData series() {
        return series;
    }

    /** The raw points that {@code view} can show. */
    public Points raw(Viewport view) {
        return Decimation.of(series, series.raw(), view);
    }

    /** The smoothed points that {@code view} can show. */
    public Points smoothed(Viewport view, double weight) {
        return Decimation.of(series, trace(weight), view);
    }

    /** The value of one point, smoothed; a weight of 0 gives the raw one. */
    public double value(int index, double weight) {
        return trace(weight).values.get(index);
    }

    /** From where to where the points lie on an axis; on a logarithmic one only those above zero count. */
    public Extent across(XChoice choice, boolean logX) {
        if (series.size() == 0 || !series.knows(choice)) {
            return Extent.NONE;
        }
        DoubleColumn x = series.column(choice);
        int first = logX ? x.firstAbove(0) : 0;
        return first == x.size() ? Extent.NONE : new Extent(x.get(first), x.last());
    }

    /** From where to where the raw values lie within {@code view}; above zero alone if it is logarithmic. */
    public Extent upAndDown(Viewport view) {
        if (series.size() == 0 || !series.knows(view.choice())) {
            return Extent.NONE;
        }
        DoubleColumn x = series.column(view.choice());
        int from = Math.max(view.logX() ? x.firstAbove(0) : 0, x.firstAtLeast(view.from()));
        int to = x.firstAbove(view.to());
        ExtremaPyramid extremes = series.raw().extremes();
        int least = view.logY() ? extremes.leastPositive(from, to) : extremes.least(from, to);
        int greatest = extremes.greatest(from, to);
        return least < 0 || greatest < 0 ? Extent.NONE : new Extent(series.value(least), series.value(greatest));
    }

    private Trace trace(double weight) {
        if (weight == 0) {
            return series.raw();
        }
        if (smoothed == null || smoothed.weight() != weight) {
            smoothed = new SmoothedTrace(series, weight);
        }
        return smoothed.upToDate();
    }
}
