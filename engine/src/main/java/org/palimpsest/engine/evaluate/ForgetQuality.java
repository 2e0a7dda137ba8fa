package org.palimpsest.engine.evaluate;

import java.util.List;

/**
 * Whether an unlearned model can be told from one that never saw the forget set (TOFU, forget quality): a two-sample
 * Kolmogorov–Smirnov test between their truth ratios on the same questions.
 *
 * @param test the test; its p-value is the forget quality, its statistic compares across runs where p-values have vanished
 */
public record ForgetQuality(KolmogorovSmirnov test) {

    /** The p-value from which on two models count as indistinguishable. */
    public static final double SIGNIFICANCE = 0.05;

    /**
     * Compares the ratios {@code R} of two models.
     *
     * @param unlearned one a question of the forget set
     * @param reference the retained reference's, of the same questions
     */
    public static ForgetQuality between(List<TruthRatio> unlearned, List<TruthRatio> reference) {
        return between(ratios(unlearned), ratios(reference));
    }

    /** The same from ratios already computed; inverting all of them changes nothing. */
    public static ForgetQuality between(double[] unlearned, double[] reference) {
        return new ForgetQuality(KolmogorovSmirnov.test(unlearned, reference));
    }

    /** The p-value, in [0, 1], higher is better; NaN when a ratio is not a number. */
    public double value() {
        return test.pValue();
    }

    /** True when the test finds no difference at {@link #SIGNIFICANCE}. */
    public boolean indistinguishable() {
        return test.pValue() > SIGNIFICANCE;
    }

    private static double[] ratios(List<TruthRatio> items) {
        return items.stream().mapToDouble(TruthRatio::ratio).toArray();
    }
}
