package org.palimpsest.engine.data;

import java.util.Optional;

/**
 * How a file is read.
 *
 * @param unit what one text of a plain-text file is; absent: a {@code .txt} file is one text, in any other each line is
 * @param rows which rows are kept; absent: all
 */
public record LoadOptions(ColumnMapping columns, Optional<TextUnit> unit, Optional<RowRanges> rows) {
    public static final LoadOptions DEFAULT =
            new LoadOptions(ColumnMapping.DEFAULT, Optional.empty(), Optional.empty());

    /** What one text of a plain-text file is. */
    public enum TextUnit {
        FILE,
        /** What stands between blank lines. */
        PARAGRAPH,
        LINE
    }

    public LoadOptions withColumns(ColumnMapping given) {
        return new LoadOptions(given, unit, rows);
    }

    public LoadOptions withUnit(TextUnit given) {
        return new LoadOptions(columns, Optional.of(given), rows);
    }

    public LoadOptions withRows(RowRanges given) {
        return new LoadOptions(columns, unit, Optional.of(given));
    }
}
