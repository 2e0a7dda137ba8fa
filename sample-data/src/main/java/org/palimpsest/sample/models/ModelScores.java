package org.palimpsest.sample.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one model scores, by name and in the order in which it is shown: {@code exact FILE}, the share of questions answered
 * word for word, then the scores of the benchmark {@code tofu} on forget10 with their parts. A value is null where a metric
 * has none.
 */
public record ModelScores(Map<String, Double> values) {
    public ModelScores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
