package org.palimpsest.engine.check;

import java.util.HashMap;
import java.util.Map;

/**
 * The plainest model of a text, to set a real one beside: every token has its share of another text, whatever stands before it. Tokens that
 * were not seen share what Witten and Bell (1991, "The zero-frequency problem", method C) leave them: of N tokens of T kinds seen, T/(N+T).
 */
final class WordFrequencies {
    private final Map<Integer, Integer> counts = new HashMap<>();
    private final int seen;
    private final int vocabulary;

    /** @param vocabulary of how many kinds tokens can be, at least those that were seen */
    WordFrequencies(int[] ids, int vocabulary) {
        for (int id : ids) {
            counts.merge(id, 1, Integer::sum);
        }
        this.seen = ids.length;
        this.vocabulary = vocabulary;
    }

    double probability(int id) {
        int kinds = counts.size();
        Integer count = counts.get(id);
        return count != null
                ? (double) count / (seen + kinds)
                : (double) kinds / (seen + kinds) / Math.max(1, vocabulary - kinds);
    }

    /** e to the mean negative logarithm of the tokens' probabilities, from the index {@code from} on. */
    double perplexity(int[] ids, int from) {
        double sum = 0;
        for (int i = from; i < ids.length; i++) {
            sum -= Math.log(probability(ids[i]));
        }
        return Math.exp(sum / (ids.length - from));
    }
}
