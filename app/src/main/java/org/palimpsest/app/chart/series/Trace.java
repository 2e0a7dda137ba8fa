package org.palimpsest.app.chart.series;

/** The values of a series, or a smoothed version of them, with their extremes at hand. */
final class Trace {
    final DoubleColumn values = new DoubleColumn();
    private final ExtremaPyramid extremes = new ExtremaPyramid(values);

    void add(double value) {
        values.add(value);
        // Here and not when they are asked for, so that a series filled in the background has them when it is shown.
        extremes.grow();
    }

    void cut(int size) {
        values.cut(size);
        extremes.cut(size);
    }

    ExtremaPyramid extremes() {
        return extremes;
    }
}
