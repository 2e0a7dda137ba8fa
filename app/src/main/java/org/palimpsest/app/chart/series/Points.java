package org.palimpsest.app.chart.series;

import java.util.Arrays;

/**
 * The points of a curve that are worth drawing, from left to right; a NaN in {@code y} lifts the pen. The arrays belong to the record and must not be written to.
 *
 * @param x positions
 * @param y values
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and copied at the rate of frames if it were a list.
public record Points(double[] x, double[] y) {
    static final Points NONE = new Points(new double[0], new double[0]);

    /** Number of points, gaps included. */
    public int size() {
        return x.length;
    }

    /** Collects points whose number is known only in the end. */
    static final class Builder {
        private double[] x;
        private double[] y;
        private int size;

        Builder(int expected) {
            x = new double[expected];
            y = new double[expected];
        }

        void add(double position, double value) {
            if (size == x.length) {
                x = Arrays.copyOf(x, size * 2 + 2);
                y = Arrays.copyOf(y, size * 2 + 2);
            }
            x[size] = position;
            y[size++] = value;
        }

        Points build() {
            return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
        }
    }
}
