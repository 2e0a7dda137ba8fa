package org.palimpsest.engine.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.palimpsest.engine.report.Visible;

/** Names and values as lines for a person, where JSON would have an object. */
final class Facts {
    private static final int NAME_WIDTH = 20;

    private Facts() {}

    /** A line a value, those of an object within indented under its name. */
    static List<String> lines(Map<String, ?> facts) {
        List<String> lines = new ArrayList<>();
        add("", facts, lines);
        return lines;
    }

    private static void add(String indent, Map<?, ?> facts, List<String> lines) {
        facts.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                lines.add(indent + words(name.toString()));
                add(indent + "  ", inner, lines);
            } else {
                String label = indent + words(name.toString());
                lines.add(label + " ".repeat(Math.max(1, NAME_WIDTH - label.length())) + Visible.text(shown(value)));
            }
        });
    }

    private static String shown(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (value instanceof Long number) {
            return String.format(Locale.ROOT, "%,d", number);
        }
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.6g", number);
        }
        return value == null ? "none" : value.toString();
    }

    /** {@code hiddenSize} as {@code hidden size}. */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
