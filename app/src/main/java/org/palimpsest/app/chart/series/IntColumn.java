package org.palimpsest.app.chart.series;

import java.util.Arrays;

/** A growing array of ints. */
final class IntColumn {
    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void cut(int newSize) {
        size = Math.min(size, newSize);
    }
}
