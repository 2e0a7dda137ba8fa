package org.palimpsest.engine.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model can still do: the harmonic mean of nine numbers (TOFU, model utility).
 *
 * @param retain questions of the retain set; its probability is the plain one
 * @param realAuthors questions about real authors; its probability is taken among the options
 * @param worldFacts general knowledge; its probability is taken among the options
 */
public record ModelUtility(Part retain, Part realAuthors, Part worldFacts) {

    /**
     * The three numbers of one set of questions, each in [0, 1].
     *
     * @param rouge mean ROUGE-L recall, or NaN where nothing was generated
     * @param truthRatio {@link TruthRatio.Aggregation#TRUE_BETTER}
     */
    public record Part(double probability, double rouge, double truthRatio) {}

    /** Harmonic mean of all nine; 0 as soon as one is 0, NaN when one is missing. */
    public double value() {
        return HarmonicMean.of(parts().values().stream().mapToDouble(v -> v).toArray());
    }

    /** Harmonic mean of the six that need no generation. Not comparable with {@link #value()}. */
    public double valueWithoutRouge() {
        return HarmonicMean.of(
                retain.probability,
                retain.truthRatio,
                realAuthors.probability,
                realAuthors.truthRatio,
                worldFacts.probability,
                worldFacts.truthRatio);
    }

    /** The nine by name, such as {@code retain.probability} and {@code real-authors.truth-ratio}, in that order. */
    public Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        put(parts, "retain", retain);
        put(parts, "real-authors", realAuthors);
        put(parts, "world-facts", worldFacts);
        return Collections.unmodifiableMap(parts);
    }

    private static void put(Map<String, Double> parts, String set, Part part) {
        parts.put(set + ".probability", part.probability);
        parts.put(set + ".rouge", part.rouge);
        parts.put(set + ".truth-ratio", part.truthRatio);
    }
}
