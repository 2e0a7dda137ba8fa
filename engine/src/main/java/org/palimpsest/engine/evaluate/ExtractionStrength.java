package org.palimpsest.engine.evaluate;

/** How little of an answer has to be given before a model completes the rest by itself (Carlini et al. 2021; one token at a time). */
public final class ExtractionStrength {

    /** What answers get that have no right ending, or no token. */
    public enum Convention {
        /** 0 where no ending is right, as the formula has it; an answer without tokens has no value. */
        EXACT,
        /**
         * As OpenUnlearning's code (Dorna et al. 2025), in which {@code k} stays at the last index: 1/L where no ending is right, which
         * is 1 for a wrong answer of one token, and 0 for an answer without tokens.
         */
        OPEN_UNLEARNING
    }

    private ExtractionStrength() {}

    /**
     * {@code 1 - k/L}, with {@code k} the smallest number of tokens after which every likeliest token is right; {@code k = L} where
     * the last one is wrong.
     *
     * @param predicted the likeliest token at each answer position, the true tokens before it given; {@code [L]}
     * @param labels the true tokens; {@code [L]}. By convention without the answer's last token, the end of sequence
     * @return a value in [0, 1], higher when more is remembered; null for an answer without tokens, which {@link Average} leaves
     *     out and counts
     */
    public static Double of(int[] predicted, int[] labels, Convention convention) {
        ExactMemorisation.requireSameLength(predicted, labels);
        int length = labels.length;
        boolean exact = convention == Convention.EXACT;
        if (length == 0) {
            return exact ? null : (Double) 0.0;
        }
        int given = length;
        while (given > 0 && predicted[given - 1] == labels[given - 1]) {
            given--;
        }
        return 1 - (double) (exact ? given : Math.min(given, length - 1)) / length;
    }
}
