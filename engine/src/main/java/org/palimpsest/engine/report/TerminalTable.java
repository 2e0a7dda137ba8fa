package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.report.Comparison.Cell;
import org.palimpsest.engine.report.Comparison.Column;

/** A comparison as text for a terminal. Columns that do not fit beside each other go into further tables below. */
public final class TerminalTable {

    /** The characters a terminal can show. */
    public enum Style {
        UNICODE("│", "─", "┼", "↑", "↓", "≈", "–"),
        ASCII("|", "-", "+", "^", "v", "~", "-");

        private final String bar;
        private final String line;
        private final String cross;
        private final String higher;
        private final String lower;
        private final String near;
        private final String missing;

        Style(String bar, String line, String cross, String higher, String lower, String near, String missing) {
            this.bar = bar;
            this.line = line;
            this.cross = cross;
            this.higher = higher;
            this.lower = lower;
            this.near = near;
            this.missing = missing;
        }
    }

    private static final int HEAD_WIDTH = 14;
    private static final int LONGEST_NAME = 28;

    private final Comparison comparison;
    private final Style style;
    private final int width;

    private TerminalTable(Comparison comparison, int width, Style style) {
        this.comparison = comparison;
        this.width = width;
        this.style = style;
    }

    /**
     * Lays the comparison out.
     *
     * @param width columns of the terminal; a table of one column is printed even where it is wider
     * @return lines that end with a line feed
     */
    public static String render(Comparison comparison, int width, Style style) {
        return new TerminalTable(comparison, width, style).render();
    }

    private String render() {
        TextColumn names = names();
        List<List<TextColumn>> tables = new ArrayList<>();
        int used = width;
        for (int i = 0; i < comparison.columns().size(); i++) {
            TextColumn column = column(i);
            int needed = column.width() + 3;
            if (used + needed > width) {
                tables.add(new ArrayList<>());
                used = names.width() + 1;
            }
            tables.get(tables.size() - 1).add(column);
            used += needed;
        }
        StringBuilder out = new StringBuilder();
        for (List<TextColumn> table : tables) {
            table.add(0, names);
            append(out, table);
            out.append('\n');
        }
        legend().forEach(line -> out.append(line).append('\n'));
        return style == Style.ASCII ? plain(out.toString()) : out.toString();
    }

    private TextColumn names() {
        List<String> cells = comparison.rows().stream()
                .map(row -> TextColumn.shortened(Visible.text(row.name()), LONGEST_NAME))
                .toList();
        return new TextColumn(List.of(""), cells, true);
    }

    private TextColumn column(int index) {
        Column column = comparison.columns().get(index);
        List<String> head = new ArrayList<>(TextColumn.wrapped(Visible.text(column.title()), HEAD_WIDTH));
        String below = (column.unit().isEmpty() ? "" : "[" + column.unit() + "] ") + arrow(column.better());
        if (!below.isBlank()) {
            head.add(below.strip());
        }
        List<String> cells = comparison.rows().stream()
                .map(row -> text(row.cells().get(index)))
                .toList();
        return new TextColumn(head, cells, false);
    }

    private String text(Cell cell) {
        String text = cell.value() == null ? style.missing : cell.text();
        return cell.best() ? text + "*" : text + " ";
    }

    private String arrow(MetricCard.Better better) {
        if (better == null) {
            return "";
        }
        return switch (better) {
            case HIGHER -> style.higher;
            case LOWER -> style.lower;
            case NEAR_REFERENCE -> style.near;
        };
    }

    private void append(StringBuilder out, List<TextColumn> table) {
        int headLines = table.stream().mapToInt(c -> c.head().size()).max().orElse(0);
        for (int line = 0; line < headLines; line++) {
            int at = line;
            appendLine(out, table.stream().map(c -> c.headLine(at, headLines)).toList());
        }
        String cross = style.line + style.cross + style.line;
        out.append(String.join(
                        cross,
                        table.stream().map(c -> style.line.repeat(c.width())).toList()))
                .append('\n');
        for (int row = 0; row < comparison.rows().size(); row++) {
            int at = row;
            appendLine(out, table.stream().map(c -> c.cell(at)).toList());
        }
    }

    private void appendLine(StringBuilder out, List<String> parts) {
        out.append(String.join(" " + style.bar + " ", parts).stripTrailing()).append('\n');
    }

    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        boolean arrows = comparison.columns().stream().anyMatch(c -> c.better() != null);
        if (arrows) {
            lines.add(style.higher + " higher is better, " + style.lower + " lower is better, " + style.near
                    + " closer to the retained reference is better, * best run");
        }
        comparison.notes().stream().map(Visible::text).forEach(lines::add);
        return lines;
    }

    /** Replaces what a plain terminal cannot show. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '–', '—' -> plain.append('-');
                case '’', '‘' -> plain.append('\'');
                case '“', '”' -> plain.append('"');
                case '∞' -> plain.append("inf");
                case '…' -> plain.append('.');
                default -> plain.appendCodePoint(c < 128 ? c : '?');
            }
        });
        return plain.toString();
    }
}
