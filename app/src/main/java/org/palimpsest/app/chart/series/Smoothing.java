package org.palimpsest.app.chart.series;

/**
 * Exponential moving average with the correction for its start: of the values v₁ … vₙ with weight w it gives sₙ / (1 − wⁿ), where sₙ = w·sₙ₋₁ + (1 − w)·vₙ and
 * s₀ = 0. This is what the curve viewers of the field show, so that curves look alike in both. A NaN stays NaN and does not count; a weight of 0 gives the values
 * themselves, bit for bit.
 */
public final class Smoothing {
    /** The greatest weight offered. */
    public static final double MOST = 0.99;

    private final double weight;
    private double sum;
    private double forgotten = 1;

    /**
     * @param weight of what came before, in [0, 1)
     * @throws IllegalArgumentException if the weight is not in that range
     */
    public Smoothing(double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException(
                    "The weight of smoothing is " + weight + "; it must be at least 0 and less than 1");
        }
        this.weight = weight;
    }

    /** Takes the next value in and gives the smoothed one. */
    public double next(double value) {
        if (weight == 0 || Double.isNaN(value)) {
            return value;
        }
        if (Double.isInfinite(value)) {
            // One infinite value would swallow everything after it; it is shown where it stands and not remembered.
            return value;
        }
        sum = weight * sum + (1 - weight) * value;
        forgotten *= weight;
        return sum / (1 - forgotten);
    }
}
