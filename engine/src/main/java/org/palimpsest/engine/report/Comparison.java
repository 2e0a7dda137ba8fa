package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.card.MetricCard;

/**
 * Several runs in one table: a row a run between the two anchors, a column a number.
 *
 * @param rows the target first, then the runs, the retained reference last
 * @param notes sentences about what the table cannot show, such as anchors that differ between runs
 */
public record Comparison(List<Column> columns, List<Row> rows, List<String> notes) {

    /** What a column holds. */
    public enum Group {
        RUN,
        METRIC,
        PROBE,
        ATTACK
    }

    /**
     * Head of a column.
     *
     * @param id {@code metric:forget-quality}, {@code metric:probability/retain}, {@code probe:answers/forget.probability}, {@code attack:relearning/area}, {@code run:steps}
     * @param unit empty for a plain number
     * @param better which way is better; null where neither way is by itself
     */
    public record Column(String id, Group group, String title, String unit, MetricCard.Better better) {}

    /** Whom a row speaks of. */
    public enum Kind {
        TARGET,
        RUN,
        REFERENCE
    }

    /** A row; {@code cells} has one entry a column. */
    public record Row(String name, Kind kind, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A number of the table.
     *
     * @param value null when missing; {@code note} may then say why
     * @param reference in attack columns, what the same attack reached on the retained reference; otherwise null
     * @param best true for the best of at least two runs in a column that has a better way
     * @param note empty, or what the metric said about its value
     */
    public record Cell(Double value, Double reference, boolean best, String note) {

        static final Cell MISSING = new Cell(null, null, false, "");

        /** Three significant digits; a dash when missing; {@code (ref. …)} behind it where the reference's own is known. */
        public String text() {
            String text = NumberText.of(value);
            return value == null || reference == null ? text : text + " (ref. " + NumberText.of(reference) + ")";
        }

        Cell asBest() {
            return new Cell(value, reference, true, note);
        }
    }

    public Comparison {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Compares runs with the names and arrows of the catalogue's cards. */
    public static Comparison of(List<RecordedRun> runs) {
        return of(runs, Cards.ofCatalogue());
    }

    /** Compares runs with the names and arrows of these cards. */
    public static Comparison of(List<RecordedRun> runs, Cards cards) {
        return new ComparisonTable(cards).of(runs);
    }

    /** The same table with only some of its columns, in the order of {@code ids}; an id that is no column's is passed over. */
    public Comparison only(List<String> ids) {
        List<Integer> kept = new ArrayList<>();
        for (String id : ids) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).id().equals(id)) {
                    kept.add(i);
                }
            }
        }
        return new Comparison(
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.name(),
                                row.kind(),
                                kept.stream().map(row.cells()::get).toList()))
                        .toList(),
                notes);
    }

    /** The rows that are runs. */
    public List<Row> runs() {
        return rows.stream().filter(row -> row.kind() == Kind.RUN).toList();
    }

    /** The number in a run's row or an anchor's, or {@link Cell#MISSING}'s emptiness when there is no such column. */
    Cell cell(Row row, String columnId) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(columnId)) {
                return row.cells().get(i);
            }
        }
        return Cell.MISSING;
    }
}
