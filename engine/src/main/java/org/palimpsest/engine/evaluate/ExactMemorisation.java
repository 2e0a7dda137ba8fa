package org.palimpsest.engine.evaluate;

/** Share of an answer's tokens that a model would say by itself (Tirumala et al. 2022). */
public final class ExactMemorisation {

    private ExactMemorisation() {}

    /**
     * {@code (1/L) Σ [predicted_t = labels_t]}.
     *
     * @param predicted the likeliest token at each answer position, the true tokens before it given; {@code [L]}
     * @param labels the true tokens; {@code [L]}. By convention without the answer's last token, the end of sequence
     * @return a value in [0, 1], higher when more is remembered; null for an empty answer, which {@link Average} leaves out
     */
    public static Double of(int[] predicted, int[] labels) {
        requireSameLength(predicted, labels);
        if (labels.length == 0) {
            return null;
        }
        int right = 0;
        for (int t = 0; t < labels.length; t++) {
            if (predicted[t] == labels[t]) {
                right++;
            }
        }
        return (double) right / labels.length;
    }

    static void requireSameLength(int[] predicted, int[] labels) {
        if (predicted.length != labels.length) {
            throw new IllegalArgumentException("Predicted tokens and labels must be equally many, found "
                    + predicted.length + " and " + labels.length);
        }
    }
}
