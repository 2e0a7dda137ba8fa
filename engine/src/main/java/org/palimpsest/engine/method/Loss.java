package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.tensor.Gradients;

/**
 * A loss as the weighted sum of its terms, all scalars.
 *
 * @param watched values worth showing that are no part of the loss
 */
public record Loss(List<Term> terms, Map<String, NDArray> watched) {

    /** One term: its name on the method's card, its coefficient, its value. */
    public record Term(String name, double weight, NDArray value) {}

    public static Loss of(Term... terms) {
        return new Loss(List.of(terms), Map.of());
    }

    /** Adds values to watch. */
    public Loss watching(Map<String, NDArray> values) {
        return new Loss(terms, values);
    }

    /** Σ weight · value. */
    NDArray total() {
        return terms.stream()
                .filter(term -> term.weight() != 0)
                .map(term -> term.weight() == 1 ? term.value() : Gradients.scaled(term.value(), term.weight()))
                .reduce(NDArray::add)
                .orElseThrow(() -> new IllegalStateException("every term of the loss has weight 0"));
    }

    /** The total under {@code loss}, each term and each watched value by its name. */
    Map<String, Double> values(NDArray total) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", (double) total.getFloat());
        terms.forEach(term -> values.put(term.name(), (double) term.value().getFloat()));
        watched.forEach((name, value) -> values.put(name, (double) value.getFloat()));
        return values;
    }
}
