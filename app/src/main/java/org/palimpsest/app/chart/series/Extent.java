package org.palimpsest.app.chart.series;

/**
 * A range of numbers; empty if {@code low} is not at most {@code high}.
 *
 * @param low least number
 * @param high greatest number
 */
public record Extent(double low, double high) {
    /** No numbers at all. */
    public static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Whether there is no number in it. */
    public boolean isEmpty() {
        return !(low <= high);
    }

    /** The range that holds both. */
    public Extent with(Extent other) {
        return new Extent(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The range that holds a number too; NaN changes nothing. */
    public Extent with(double number) {
        return Double.isNaN(number) ? this : with(new Extent(number, number));
    }
}
