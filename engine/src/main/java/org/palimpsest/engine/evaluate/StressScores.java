package org.palimpsest.engine.evaluate;

import java.util.OptionalDouble;

/**
 * How well forgetting holds under stress (Dorna et al. 2025, arXiv 2506.12618, section 4.2). Every metric value given here
 * must be higher when more is known. Empty results mean "undefined", not 0.
 */
public final class StressScores {

    private StressScores() {}

    /**
     * Relearning: {@code min(1, reference's rise / unlearned model's rise)}. 1 when the unlearned model learns no faster
     * than one that never knew.
     *
     * @return empty unless the unlearned model's value rose and the reference's did not fall
     */
    public static OptionalDouble relearning(
            double referenceBefore, double referenceAfter, double unlearnedBefore, double unlearnedAfter) {
        double referenceRise = referenceAfter - referenceBefore;
        double unlearnedRise = unlearnedAfter - unlearnedBefore;
        if (!(unlearnedRise > 0) || !(referenceRise >= 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.min(1, referenceRise / unlearnedRise));
    }

    /**
     * Quantisation: {@code min(1, before / after)}, so that a value that rises when weights are rounded is penalised. The
     * paper prints the inverse quotient, which would reward it.
     *
     * @return empty unless both values can be compared ({@code before >= 0}, {@code after > 0})
     */
    public static OptionalDouble quantisation(double before, double after) {
        if (!(before >= 0) || !(after > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.min(1, before / after));
    }

    /** Harmonic mean of both; empty when one is. */
    public static OptionalDouble robustness(OptionalDouble relearning, OptionalDouble quantisation) {
        if (relearning.isEmpty() || quantisation.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(HarmonicMean.of(relearning.getAsDouble(), quantisation.getAsDouble()));
    }
}
