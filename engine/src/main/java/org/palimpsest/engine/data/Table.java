package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file as rows of values by column, before anything is made of them. A row without columns holds its one text under
 * {@link #ONLY}.
 *
 * @param rows values: {@link String}, {@link List}, {@link Number}, {@link Boolean}, {@link Map} or null
 */
record Table(Path file, DataFormat format, List<Map<String, Object>> rows) {
    /** The column of rows that are one text each. */
    static final String ONLY = "";

    /** Every column that some row has, in order of appearance. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    static Table read(Path file, LoadOptions options) {
        DataFormat format = DataFormat.of(file);
        List<Map<String, Object>> rows =
                switch (format) {
                    case JSON_ARRAY, JSON_LINES -> JsonRows.read(file);
                    case CSV -> CsvRows.read(file);
                    case PARQUET -> ParquetRows.read(file);
                    case TEXT -> TextRows.read(file, options.unit());
                };
        return new Table(file, format, rows);
    }
}
