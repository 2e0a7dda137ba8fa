package org.palimpsest.engine.data;

import java.util.Optional;
import java.util.Set;

/**
 * How a file is read.
 *
 * @param unit what one text of a plain-text file is; absent: a {@code .txt} file is one text, in any other each line is
 * @param rows which rows are kept; absent: all
 * @param stated what somebody says the file holds, whatever its name promises; empty: its name and content decide
 * @param gaps what becomes of rows and answers that are empty
 */
public record LoadOptions(
        ColumnMapping columns, Optional<TextUnit> unit, Optional<RowRanges> rows, Set<DataFormat> stated, Gaps gaps) {
    public static final LoadOptions DEFAULT =
            new LoadOptions(ColumnMapping.DEFAULT, Optional.empty(), Optional.empty(), Set.of(), Gaps.REFUSED);

    /** Keeps the set unchangeable. */
    public LoadOptions {
        stated = Set.copyOf(stated);
    }

    /** What one text of a plain-text file is. */
    public enum TextUnit {
        FILE,
        /** What stands between blank lines. */
        PARAGRAPH,
        /** The one way in which plain text may be named {@code .jsonl}, as the field's lists of refusals are. */
        LINE
    }

    /** What becomes of a question whose answer is empty. */
    public enum Gaps {
        /** Nothing can be learnt or forgotten of it, so the file is refused. */
        REFUSED,
        /** There is nothing to measure, so the row is left out and counted. */
        LEFT_OUT
    }

    public LoadOptions withColumns(ColumnMapping given) {
        return new LoadOptions(given, unit, rows, stated, gaps);
    }

    public LoadOptions withUnit(TextUnit given) {
        return new LoadOptions(columns, Optional.of(given), rows, stated, gaps);
    }

    public LoadOptions withRows(RowRanges given) {
        return new LoadOptions(columns, unit, Optional.of(given), stated, gaps);
    }

    /** Holds the file against what somebody says of it instead of against its name. */
    public LoadOptions withStated(Set<DataFormat> given) {
        return new LoadOptions(columns, unit, rows, given, gaps);
    }

    public LoadOptions withGaps(Gaps given) {
        return new LoadOptions(columns, unit, rows, stated, given);
    }
}
