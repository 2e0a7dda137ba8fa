package org.palimpsest.engine.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a metric found.
 *
 * @param value the number, always finite; null when there is none, and {@code note} says why
 * @param parts further numbers by name, in the order in which they are shown; null where one is missing
 * @param note empty, or what a reader of the value has to know, in plain words
 * @param values the number of each question, in the set's order, null where it could not be measured; empty when the metric
 *     has none
 */
public record Score(Double value, Map<String, Double> parts, String note, List<Double> values) {

    /** Keeps parts and values unchangeable. */
    public Score {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException("a score's value must be finite or null, but is " + value);
        }
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** No value, and why. */
    static Score missing(String note) {
        return new Score(null, Map.of(), note, List.of());
    }

    /**
     * Names and numbers in turns, as a map in that order.
     *
     * @param namesAndNumbers {@link String} and {@link Double} in turns; a number may be null
     */
    static Map<String, Double> parts(Object... namesAndNumbers) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            parts.put((String) namesAndNumbers[i], (Double) namesAndNumbers[i + 1]);
        }
        return parts;
    }

    /** The same with a further sentence in its note. */
    Score noted(String sentence) {
        return new Score(value, parts, note.isEmpty() ? sentence : note + "; " + sentence, values);
    }

    /** The mean of one value a question. */
    static Score mean(List<Double> values, Map<String, Double> parts) {
        Average average = Average.of(values);
        return new Score(average.value(), parts, average.note(), values);
    }
}
