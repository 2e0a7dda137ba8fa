package org.palimpsest.engine.probe;

import java.util.HashSet;
import java.util.Set;

/**
 * A column of a down projection, and the tokens it raises most.
 *
 * @param entries [hidden]
 * @param topTokens ids of the tokens with the largest ⟨E_token, v⟩, unnormalised
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ValueVector(float[] entries, Set<Integer> topTokens) {

    /** ‖v‖. */
    double norm() {
        return Math.sqrt(dot(this));
    }

    /** ⟨v, w⟩ / (‖v‖ ‖w‖). */
    double cosine(ValueVector other) {
        return dot(other) / (norm() * other.norm());
    }

    /** ‖v - w‖. */
    double distance(ValueVector other) {
        double square = 0;
        for (int d = 0; d < entries.length; d++) {
            double difference = (double) entries[d] - other.entries[d];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }

    /** |A ∩ B| / |A ∪ B| of the two sets of tokens. */
    double jaccard(ValueVector other) {
        Set<Integer> shared = new HashSet<>(topTokens);
        shared.retainAll(other.topTokens);
        int united = topTokens.size() + other.topTokens.size() - shared.size();
        return (double) shared.size() / united;
    }

    private double dot(ValueVector other) {
        double sum = 0;
        for (int d = 0; d < entries.length; d++) {
            sum += (double) entries[d] * other.entries[d];
        }
        return sum;
    }
}
