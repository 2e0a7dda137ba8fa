package org.palimpsest.app.worker.log;

import java.util.Arrays;

/** The points of a curve, appended while a log is read. Steps never fall. */
public final class Column {
    private long[] steps = new long[16];
    private double[] values = new double[16];
    private int size;

    /** Appends a point; its step is not below the last one's. */
    public void add(long step, double value) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        steps[size] = step;
        values[size++] = value;
    }

    /** Forgets what stands after {@code step}. */
    void cutAfter(long step) {
        while (size > 0 && steps[size - 1] > step) {
            size--;
        }
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    public long step(int index) {
        return steps[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** The newest value; NaN if there is none. */
    public double last() {
        return size == 0 ? Double.NaN : values[size - 1];
    }

    /** The value at the last point up to {@code step}; NaN before the first. */
    public double upTo(long step) {
        int index = Arrays.binarySearch(steps, 0, size, step);
        int at = index >= 0 ? index : -index - 2;
        return at < 0 ? Double.NaN : values[at];
    }

    /** A copy that does not grow with this one. */
    public Column copy() {
        Column copy = new Column();
        copy.steps = Arrays.copyOf(steps, Math.max(1, size));
        copy.values = Arrays.copyOf(values, Math.max(1, size));
        copy.size = size;
        return copy;
    }

    /** A copy with at most {@code limit} points (at least 2), the first and the last among them, evenly chosen. */
    public Column thinned(int limit) {
        Column thin = new Column();
        int count = Math.min(limit, size);
        for (int i = 0; i < count; i++) {
            int index = count == size ? i : (int) Math.round(i * (size - 1.0) / (count - 1));
            thin.add(steps[index], values[index]);
        }
        return thin;
    }
}
