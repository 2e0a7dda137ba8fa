package org.palimpsest.app.chart.series;

import java.util.Arrays;

/** A growing array of doubles. */
final class DoubleColumn {
    private double[] values = new double[64];
    private int size;

    int size() {
        return size;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    double get(int index) {
        return values[index];
    }

    double last() {
        return values[size - 1];
    }

    /** Forgets everything from {@code newSize} on. */
    void cut(int newSize) {
        size = Math.min(size, newSize);
    }

    /** The first index whose value is at least {@code bound}, in a column that does not fall; {@link #size()} if none. */
    int firstAtLeast(double bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first index whose value is greater than {@code bound}, in a column that does not fall; {@link #size()} if none. */
    int firstAbove(double bound) {
        return firstAtLeast(Math.nextUp(bound));
    }
}
