package org.palimpsest.engine.data;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.palimpsest.engine.fault.Excerpt;

/** Says which column is absent, which there are, and which one was probably meant. */
final class AbsentColumn {
    /** What other data sets call the same things. */
    private static final Map<String, Set<String>> OTHER_NAMES = Map.of(
            "question", Set.of("query", "prompt", "instruction", "input"),
            "answer", Set.of("response", "output", "gt", "completion", "target"));

    private AbsentColumn() {}

    /**
     * The sentence.
     *
     * @param role what the column is for
     * @param column its name as it was looked for
     */
    static String message(String role, String column, Set<String> present) {
        String suggestion = nearest(column, present)
                .map(name -> "; did you mean \"%s\"? Map it with columns: {\"%s\": \"%s\"}".formatted(name, role, name))
                .orElse("");
        return "has no column \"%s\"; its columns are %s%s".formatted(column, listed(present), suggestion);
    }

    /** The columns in words; a file without a line of names takes its first row for them, which can be long. */
    static String listed(Set<String> present) {
        return present.stream()
                .map(name -> name.equals(Table.ONLY) ? "none in some rows" : Excerpt.plain(name, 60))
                .collect(Collectors.joining(", "));
    }

    /** The column that was probably meant. */
    static Optional<String> nearest(String column, Set<String> present) {
        Optional<String> known = present.stream()
                .filter(name -> OTHER_NAMES.getOrDefault(column, Set.of()).contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        return known.isPresent()
                ? known
                : present.stream()
                        .filter(name -> distance(column, name) <= Math.max(2, column.length() / 3))
                        .min(Comparator.comparingInt(name -> distance(column, name)));
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
