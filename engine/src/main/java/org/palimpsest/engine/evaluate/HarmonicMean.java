package org.palimpsest.engine.evaluate;

/** The mean that one bad part pulls down: {@code n / Σ 1/x_i}. */
public final class HarmonicMean {

    private HarmonicMean() {}

    /**
     * The harmonic mean of at least one value.
     *
     * @return 0 as soon as one value is 0; NaN when one is negative or not a number
     */
    public static double of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A harmonic mean needs at least one value, found none");
        }
        double sum = 0;
        for (double value : values) {
            if (!(value >= 0)) {
                return Double.NaN;
            }
            sum += 1 / value;
        }
        return values.length / sum;
    }
}
