package org.palimpsest.app.chart.export;

import java.util.List;

/**
 * The numbers of a chart as a table. Immutable, or at least not written to any more.
 *
 * @param columns headings
 * @param rows number of rows
 * @param cells what stands where
 */
public record ChartTable(List<String> columns, int rows, Cells cells) {

    /** Gives one cell: a number, a word, or null for an empty cell. */
    public interface Cells {
        /** The cell of a row and a column, both counted from 0. */
        Object at(int row, int column);
    }

    /** Copies the headings. */
    public ChartTable {
        columns = List.copyOf(columns);
    }

    /** A table of given rows. */
    public static ChartTable of(List<String> columns, List<List<Object>> rows) {
        List<List<Object>> kept = List.copyOf(rows);
        return new ChartTable(
                columns, kept.size(), (row, column) -> kept.get(row).get(column));
    }
}
