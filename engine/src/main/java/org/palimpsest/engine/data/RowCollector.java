package org.palimpsest.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the rows of a file while it is read, keeping of each row what is asked for, so that a file with large columns that nobody
 * needs does not have to fit into memory.
 */
final class RowCollector {
    private final Set<String> wanted;
    private final int whole;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /**
     * @param wanted columns that are kept of every row
     * @param whole so many first rows are kept whole
     */
    RowCollector(Set<String> wanted, int whole) {
        this.wanted = Set.copyOf(wanted);
        this.whole = whole;
    }

    /** Whether a value of the next row has to be read and not only to be passed over. */
    boolean keeps(String column) {
        return keepsWhole() || wanted.contains(column) || column.equals(Table.ONLY);
    }

    /** Whether the next row is one of the first. */
    boolean keepsWhole() {
        return rows.size() < whole;
    }

    /** Whether a column is one of those that a row is made for. */
    boolean isNeeded(String column) {
        return wanted.contains(column);
    }

    /** Tells of a column whose values are passed over. */
    void column(String name) {
        columns.add(name);
    }

    /** Number of rows so far, which is the number of the next one. */
    int size() {
        return rows.size();
    }

    void add(Map<String, Object> row) {
        columns.addAll(row.keySet());
        Map<String, Object> kept = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (keeps(column)) {
                kept.put(column, value);
            }
        });
        rows.add(kept.isEmpty() ? Map.of() : kept);
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** Every column that some row has, in order of appearance. */
    Set<String> columns() {
        return columns;
    }
}
