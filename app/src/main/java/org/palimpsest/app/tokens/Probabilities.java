package org.palimpsest.app.tokens;

import org.palimpsest.app.text.Messages;

/** Probabilities in figures that a person can compare: three decimals, or a power of ten where those would say zero. */
final class Probabilities {
    private final Messages words;

    Probabilities(Messages words) {
        this.words = words;
    }

    String text(double probability) {
        if (Double.isNaN(probability)) {
            return words.get("absent");
        }
        return words.get(probability == 0 || probability >= 0.0005 ? "figure" : "figure.small", probability);
    }

    /** A factor such as {@code 12 ×}; always at least 1. */
    String times(double factor) {
        double times = Math.max(factor, 1 / factor);
        return words.get(times < 10 ? "times.small" : "times", times);
    }
}
