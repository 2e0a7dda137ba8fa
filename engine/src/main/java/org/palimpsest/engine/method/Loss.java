package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.tensor.Gradients;

/**
 * A loss on a part of a step's batch as the weighted sum of its terms.
 *
 * @param watched values worth showing that are no part of the loss
 */
public record Loss(List<Term> terms, Map<String, PartialMean> watched) {

    /** One term: its name on the method's card, its coefficient, its mean. */
    public record Term(String name, double weight, PartialMean mean) {

        /** What the term adds to the loss of the whole batch. */
        NDArray weighted() {
            double factor = weight * mean.share();
            return factor == 1 ? mean.value() : Gradients.scaled(mean.value(), factor);
        }
    }

    public static Loss of(Term... terms) {
        return new Loss(List.of(terms), Map.of());
    }

    /** Adds values to watch. */
    public Loss watching(Map<String, PartialMean> values) {
        return new Loss(terms, values);
    }

    /** Σ weight · share · value: what this part adds to the loss of the whole batch. */
    NDArray total() {
        return terms.stream()
                .filter(term -> term.weight() != 0)
                .map(Term::weighted)
                .reduce(NDArray::add)
                .orElseThrow(() -> new IllegalStateException("every term of the loss has weight 0"));
    }

    /** What one term adds to the loss of the whole batch; empty if the loss has no such term or its weight is 0. */
    Optional<NDArray> weighted(String term) {
        return terms.stream()
                .filter(one -> one.name().equals(term) && one.weight() != 0)
                .map(Term::weighted)
                .findFirst();
    }

    /** What this part adds to the total, under {@code loss}, to each term and to each watched value, by their names. */
    Map<String, Double> values(NDArray total) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", (double) total.getFloat());
        terms.forEach(term -> values.put(term.name(), part(term.mean())));
        watched.forEach((name, mean) -> values.put(name, part(mean)));
        return values;
    }

    private static double part(PartialMean mean) {
        return mean.share() * mean.value().getFloat();
    }
}
