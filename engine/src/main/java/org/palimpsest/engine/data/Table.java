package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file as rows of values by column, before anything is made of them. A row without columns holds its one text under
 * {@link #ONLY}.
 *
 * @param name the file's name without its endings
 * @param columns every column that some row has, in order of appearance
 * @param rows values: {@link String}, {@link List}, {@link Number}, {@link Boolean}, {@link Map} or null; only those of the columns that
 *     were asked for, and of some first rows all
 * @param remarks what the file has that is not read
 */
record Table(
        Path file,
        String name,
        DataFormat format,
        Set<String> columns,
        List<Map<String, Object>> rows,
        List<String> remarks) {
    /** The column of rows that are one text each; no file has a column of this name. */
    static final String ONLY = "\u0000";

    /**
     * Reads a file.
     *
     * @param whole so many first rows are kept with all columns, the others with those of {@code options.columns()} alone
     * @throws DataException if it cannot be read; the message says where
     */
    static Table read(Path file, LoadOptions options, int whole) {
        FileContent content = FileContent.of(file, options);
        RowCollector rows = new RowCollector(options.columns().all(), whole);
        DataFormat format = content.format();
        List<String> remarks = List.of();
        switch (format) {
            case JSON_ARRAY, JSON_LINES -> format = JsonRows.read(content, rows);
            case CSV -> remarks = CsvRows.read(content, rows);
            case PARQUET -> ParquetRows.read(file, rows);
            case TEXT -> TextRows.read(content, options.unit(), rows);
        }
        return new Table(file, content.file().name(), format, rows.columns(), rows.rows(), remarks);
    }
}
