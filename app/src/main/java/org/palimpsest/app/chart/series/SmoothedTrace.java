package org.palimpsest.app.chart.series;

/** The smoothed values of a series, brought up to date when asked for. */
final class SmoothedTrace {
    private final SeriesData series;
    private final double weight;
    private Trace trace = new Trace();
    private Smoothing smoothing;
    private int cuts;

    SmoothedTrace(SeriesData series, double weight) {
        this.series = series;
        this.weight = weight;
        this.smoothing = new Smoothing(weight);
        this.cuts = series.cuts();
    }

    double weight() {
        return weight;
    }

    Trace upToDate() {
        if (cuts != series.cuts()) {
            trace = new Trace();
            smoothing = new Smoothing(weight);
            cuts = series.cuts();
        }
        for (int i = trace.values.size(); i < series.size(); i++) {
            trace.add(smoothing.next(series.value(i)));
        }
        return trace;
    }
}
