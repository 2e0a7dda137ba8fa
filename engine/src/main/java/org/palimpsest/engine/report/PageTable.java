package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.report.Comparison.Cell;
import org.palimpsest.engine.report.Comparison.Column;
import org.palimpsest.engine.report.Comparison.Row;

/** The comparison as the page shows it: turned on its side, since there are more numbers than runs. */
final class PageTable {

    private final Comparison comparison;

    PageTable(Comparison comparison) {
        this.comparison = comparison;
    }

    Map<String, Object> toMap() {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Comparison.Group group : Comparison.Group.values()) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int i = 0; i < comparison.columns().size(); i++) {
                if (comparison.columns().get(i).group() == group) {
                    lines.add(line(i));
                }
            }
            if (!lines.isEmpty()) {
                groups.add(Map.of("title", title(group), "lines", lines));
            }
        }
        return Map.of(
                "heads",
                        comparison.rows().stream()
                                .map(row -> Map.of(
                                        "name",
                                        row.name(),
                                        "kind",
                                        row.kind().name().toLowerCase(Locale.ROOT)))
                                .toList(),
                "groups", groups,
                "notes", comparison.notes());
    }

    private static String title(Comparison.Group group) {
        return switch (group) {
            case RUN -> "Run";
            case METRIC -> "Metrics";
            case PROBE -> "Last values of probes";
            case ATTACK -> "Attacks (in brackets: the same attack on the retained reference)";
        };
    }

    private Map<String, Object> line(int index) {
        Column column = comparison.columns().get(index);
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Row row : comparison.rows()) {
            Cell cell = row.cells().get(index);
            cells.add(Map.of("text", cell.text(), "best", cell.best(), "note", cell.note()));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("title", column.title());
        line.put("unit", column.unit());
        line.put("arrow", arrow(column.better()));
        line.put("better", words(column.better()));
        line.put("cells", cells);
        return line;
    }

    private static String arrow(MetricCard.Better better) {
        if (better == null) {
            return "";
        }
        return switch (better) {
            case HIGHER -> "↑";
            case LOWER -> "↓";
            case NEAR_REFERENCE -> "≈";
        };
    }

    private static String words(MetricCard.Better better) {
        if (better == null) {
            return "";
        }
        return switch (better) {
            case HIGHER -> "higher is better";
            case LOWER -> "lower is better";
            case NEAR_REFERENCE -> "closer to the retained reference is better";
        };
    }
}
