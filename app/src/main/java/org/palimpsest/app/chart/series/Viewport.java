package org.palimpsest.app.chart.series;

/**
 * The stretch of the horizontal axis that is shown, and on how many pixel columns.
 *
 * @param choice what the axis counts
 * @param from left end; above zero on a logarithmic axis
 * @param to right end, greater than {@code from}
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is logarithmic; values of zero or less are then gaps
 * @param columns pixel columns, at least 1
 */
public record Viewport(XChoice choice, double from, double to, boolean logX, boolean logY, int columns) {

    /** @throws IllegalArgumentException if the stretch is empty, has no columns, or is logarithmic and reaches zero */
    public Viewport {
        if (!(from < to) || columns < 1 || (logX && from <= 0)) {
            throw new IllegalArgumentException("Cannot show " + from + " to " + to + " on " + columns + " columns"
                    + (logX ? " of a logarithmic axis" : ""));
        }
    }

    /** The left edge of a column. */
    double edge(int column) {
        double part = (double) column / columns;
        return logX ? from * Math.pow(to / from, part) : from + (to - from) * part;
    }
}
