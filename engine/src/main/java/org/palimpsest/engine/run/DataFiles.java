package org.palimpsest.engine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.palimpsest.engine.data.ColumnException;
import org.palimpsest.engine.data.ColumnMapping;
import org.palimpsest.engine.data.DataFormat;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.data.RowRanges;
import org.palimpsest.engine.recipe.DataSource;

/** Loads the data a recipe names. */
public final class DataFiles {
    private DataFiles() {}

    /**
     * Reads a source with its columns and rows.
     *
     * @throws org.palimpsest.engine.data.DataException if the file is broken or empty, lacks a column, or is of another format than the
     *     recipe says
     */
    public static DataSet load(DataSource source) {
        return load(source, LoadOptions.DEFAULT);
    }

    /** As {@link #load}, each line of a plain-text file being a text of its own, as refusals are written. */
    public static DataSet loadLines(DataSource source) {
        return load(source, LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE));
    }

    /** As {@link #load}, rows without an answer being left out and counted, since there is nothing to measure. */
    public static DataSet loadEvaluation(DataSource source) {
        return load(source, LoadOptions.DEFAULT.withGaps(LoadOptions.Gaps.LEFT_OUT));
    }

    /**
     * Everything that is wrong with the columns that a source maps; empty if nothing is.
     *
     * @throws org.palimpsest.engine.data.DataException if the file cannot be read
     */
    static List<ColumnException> columnFaults(DataSource source, LoadOptions plain) {
        return DataLoader.columnFaults(Path.of(source.path()), options(source, plain));
    }

    private static DataSet load(DataSource source, LoadOptions plain) {
        return DataLoader.load(Path.of(source.path()), options(source, plain));
    }

    private static LoadOptions options(DataSource source, LoadOptions plain) {
        LoadOptions options =
                plain.withColumns(ColumnMapping.of(source.columns())).withStated(stated(source));
        if (source.rows() != null) {
            options = options.withRows(RowRanges.parse(source.rows()));
        }
        return options;
    }

    private static Set<DataFormat> stated(DataSource source) {
        return switch (source.format()) {
            case AUTO -> Set.of();
            case JSON -> Set.of(DataFormat.JSON_ARRAY);
            case JSONL -> Set.of(DataFormat.JSON_LINES);
            case CSV -> Set.of(DataFormat.CSV);
            case PARQUET -> Set.of(DataFormat.PARQUET);
            case TEXT -> Set.of(DataFormat.TEXT);
        };
    }
}
