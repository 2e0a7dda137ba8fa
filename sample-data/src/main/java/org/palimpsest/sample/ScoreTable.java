package org.palimpsest.sample;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.palimpsest.sample.models.ModelScores;

/** Scores of several models beside each other, as text. */
final class ScoreTable {
    private ScoreTable() {}

    /** @param columns scores by the column's heading, in order */
    static String of(Map<String, ModelScores> columns) {
        Set<String> names = new LinkedHashSet<>();
        columns.values().forEach(scores -> names.addAll(scores.values().keySet()));
        int first = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder table = new StringBuilder(" ".repeat(first));
        columns.keySet().forEach(heading -> table.append("  ").append(cell(heading, heading)));
        table.append(System.lineSeparator());
        for (String name : names) {
            table.append(name).append(" ".repeat(first - name.length()));
            columns.forEach((heading, scores) ->
                    table.append("  ").append(cell(heading, text(scores.values().get(name)))));
            table.append(System.lineSeparator());
        }
        return table.toString();
    }

    private static String cell(String heading, String text) {
        int width = Math.max(9, heading.length());
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Four digits behind the point, or three digits with an exponent where that would show nothing. */
    private static String text(Double value) {
        if (value == null) {
            return "-";
        }
        boolean tiny = value != 0 && Math.abs(value) < 5e-4;
        return String.format(Locale.ROOT, tiny ? "%.2e" : "%.4f", value);
    }
}
