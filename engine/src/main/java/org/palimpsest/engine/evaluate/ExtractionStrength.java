package org.palimpsest.engine.evaluate;

/** How little of an answer has to be given before a model completes the rest by itself (Carlini et al. 2021; one token at a time). */
public final class ExtractionStrength {

    private ExtractionStrength() {}

    /**
     * {@code 1 - k/L}, with {@code k} the smallest index from which on every likeliest token is right. As in the reference
     * code an answer with no right suffix gets {@code 1/L}, not 0.
     *
     * @param predicted the likeliest token at each answer position, the true tokens before it given; {@code [L]}
     * @param labels the true tokens; {@code [L]}. By convention without the answer's last token, the end of sequence
     * @return a value in (0, 1], higher when more is remembered; 0 for an empty answer
     */
    public static double of(int[] predicted, int[] labels) {
        ExactMemorisation.requireSameLength(predicted, labels);
        int length = labels.length;
        if (length == 0) {
            return 0;
        }
        int start = length;
        while (start > 0 && predicted[start - 1] == labels[start - 1]) {
            start--;
        }
        return 1 - (double) Math.min(start, length - 1) / length;
    }
}
