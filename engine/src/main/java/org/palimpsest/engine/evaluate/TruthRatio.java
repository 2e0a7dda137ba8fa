package org.palimpsest.engine.evaluate;

/**
 * How likely wrong answers to one question are beside the right one (TOFU, truth ratio).
 *
 * @param correctLoss mean loss a token of the right answer, in nats: of the paraphrased answer where the data set has one,
 *     otherwise of the answer
 * @param wrongLoss mean loss a token that stands for all wrong answers together, in nats
 */
public record TruthRatio(double correctLoss, double wrongLoss) {

    /** Keeps quotients finite when probabilities have underflowed; the benchmark's own constant. */
    static final double EPSILON = 1e-10;

    /** How the ratios of many questions become one number. */
    public enum Aggregation {
        /** Mean of {@code min(R, 1 / (R + 1e-10))}: 1 when right and wrong answers are equally likely. Used on the forget set. */
        CLOSER_TO_ONE,
        /** Mean of {@code max(0, 1 - R)}: 1 when only the right answer is likely. Used inside model utility. */
        TRUE_BETTER,
        /** Mean of {@code p / (p + q + 1e-10)} of right {@code p} and wrong {@code q}. Used by the memorisation score. */
        PROBABILITY;

        /** The value of one question; NaN when a loss is. */
        public double of(TruthRatio item) {
            return switch (this) {
                case CLOSER_TO_ONE -> Math.min(item.ratio(), 1 / (item.ratio() + EPSILON));
                case TRUE_BETTER -> Math.max(0, 1 - item.ratio());
                case PROBABILITY -> item.correct() / (item.correct() + item.wrong() + EPSILON);
            };
        }
    }

    /**
     * Wrong answers joined by the geometric mean of their probabilities.
     *
     * @param wrongLosses mean loss a token of each wrong answer, at least one
     */
    public static TruthRatio geometric(double correctLoss, double... wrongLosses) {
        requireWrongAnswers(wrongLosses);
        double sum = 0;
        for (double loss : wrongLosses) {
            sum += loss;
        }
        return new TruthRatio(correctLoss, sum / wrongLosses.length);
    }

    /**
     * Wrong answers joined by the arithmetic mean of their probabilities, as TOFU's first code did for model utility.
     *
     * @param wrongLosses mean loss a token of each wrong answer, at least one
     */
    public static TruthRatio arithmetic(double correctLoss, double... wrongLosses) {
        requireWrongAnswers(wrongLosses);
        double smallest = Double.POSITIVE_INFINITY;
        for (double loss : wrongLosses) {
            smallest = Math.min(smallest, loss);
        }
        if (Double.isInfinite(smallest)) {
            return new TruthRatio(correctLoss, smallest);
        }
        // Relative to the likeliest wrong answer, so that large losses do not underflow.
        double sum = 0;
        for (double loss : wrongLosses) {
            sum += Math.exp(smallest - loss);
        }
        return new TruthRatio(correctLoss, smallest - Math.log(sum / wrongLosses.length));
    }

    private static void requireWrongAnswers(double[] wrongLosses) {
        if (wrongLosses.length == 0) {
            throw new IllegalArgumentException("A truth ratio needs at least one wrong answer, found none");
        }
    }

    /** Probability of the right answer, in [0, 1]. */
    public double correct() {
        return Math.exp(-correctLoss);
    }

    /** Joint probability of the wrong answers, in [0, 1]. */
    public double wrong() {
        return Math.exp(-wrongLoss);
    }

    /** {@code R = q / (p + 1e-10)}: below 1 the model prefers the right answer. */
    public double ratio() {
        return wrong() / (correct() + EPSILON);
    }

    /** {@code exp(wrongLoss - correctLoss)}, TOFU's first convention: above 1 the model prefers the right answer. */
    public double inverse() {
        return Math.exp(wrongLoss - correctLoss);
    }
}
