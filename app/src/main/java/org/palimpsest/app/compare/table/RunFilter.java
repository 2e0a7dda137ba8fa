package org.palimpsest.app.compare.table;

import java.util.Locale;
import java.util.Set;
import org.palimpsest.engine.event.RunSummary;

/**
 * Which runs are listed. An empty set lets everything through.
 *
 * @param text words that must all occur in name, folder, method, tags or note, in any order and case
 */
public record RunFilter(
        String text, Set<String> methods, Set<RunSummary.State> states, Set<String> tags, boolean starred) {
    /** Everything. */
    public static final RunFilter ALL = new RunFilter("", Set.of(), Set.of(), Set.of(), false);

    public RunFilter {
        methods = Set.copyOf(methods);
        states = Set.copyOf(states);
        tags = Set.copyOf(tags);
    }

    boolean lets(RunRow run) {
        RunSummary summary = run.entry().summary();
        return (!starred || run.mark().star())
                && (methods.isEmpty() || methods.contains(summary.method()))
                && (states.isEmpty() || states.contains(summary.state()))
                && (tags.isEmpty() || run.mark().tags().stream().anyMatch(tags::contains))
                && says(run);
    }

    private boolean says(RunRow run) {
        if (text.isBlank()) {
            return true;
        }
        String all = (run.entry().name()
                        + ' '
                        + run.entry().id()
                        + ' '
                        + run.entry().summary().method()
                        + ' '
                        + String.join(" ", run.mark().tags())
                        + ' '
                        + run.mark().note())
                .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    public RunFilter withText(String other) {
        return new RunFilter(other, methods, states, tags, starred);
    }

    public RunFilter withMethods(Set<String> others) {
        return new RunFilter(text, others, states, tags, starred);
    }

    public RunFilter withStates(Set<RunSummary.State> others) {
        return new RunFilter(text, methods, others, tags, starred);
    }

    public RunFilter withTags(Set<String> others) {
        return new RunFilter(text, methods, states, others, starred);
    }

    public RunFilter withStarred(boolean other) {
        return new RunFilter(text, methods, states, tags, other);
    }
}
