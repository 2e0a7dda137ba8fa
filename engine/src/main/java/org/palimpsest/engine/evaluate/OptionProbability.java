package org.palimpsest.engine.evaluate;

/** How much of the probability of all answers on offer falls on the true one (TOFU, probability of real authors and world facts). */
public final class OptionProbability {

    /** Keeps the quotient finite when every answer's probability has underflowed; the benchmark's own constant. */
    static final double EPSILON = 1e-10;

    private OptionProbability() {}

    /**
     * {@code p / (p + Σ q_j + 1e-10)} with {@code p = exp(-trueLoss)} and {@code q_j = exp(-wrongLosses[j])}.
     *
     * @param trueLoss mean loss a token of the true answer, in nats
     * @param wrongLosses the same of each wrong answer
     * @return a value in [0, 1); NaN when a loss is
     */
    public static double of(double trueLoss, double... wrongLosses) {
        double right = Math.exp(-trueLoss);
        double wrong = 0;
        for (double loss : wrongLosses) {
            wrong += Math.exp(-loss);
        }
        return right / (right + wrong + EPSILON);
    }
}
