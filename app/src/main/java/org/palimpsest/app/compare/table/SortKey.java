package org.palimpsest.app.compare.table;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

/**
 * By what runs are ordered.
 *
 * @param column {@code star}, {@code name}, {@code method}, {@code state}, {@code tags}, {@code note}, {@code changed}, or a column of scores
 */
public record SortKey(String column, boolean ascending) {
    private static final Map<String, Function<RunRow, String>> TEXTS = Map.of(
            "star", run -> run.mark().star() ? "a" : "b",
            "name", run -> run.entry().name(),
            "method", run -> run.entry().summary().method(),
            "state", run -> run.entry().summary().state().name(),
            "tags", run -> String.join(", ", run.mark().tags()),
            "note", run -> run.mark().note(),
            "changed", run -> run.entry().changed().toString());

    /** Runs without a value come last either way. */
    Comparator<RunRow> order() {
        Function<RunRow, String> text = TEXTS.get(column);
        if (text != null) {
            Comparator<RunRow> order = Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
            order = ascending ? order : order.reversed();
            return Comparator.<RunRow, Boolean>comparing(run -> text.apply(run).isEmpty())
                    .thenComparing(order);
        }
        Comparator<RunRow> order = Comparator.comparingDouble(run -> run.figure(column));
        order = ascending ? order : order.reversed();
        return Comparator.<RunRow, Boolean>comparing(run -> Double.isNaN(run.figure(column)))
                .thenComparing(order);
    }
}
