package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.data.DataSet.Kind;
import org.palimpsest.engine.data.LoadOptions.Gaps;

/** Reads data sets from files of any {@link DataFormat}. */
public final class DataLoader {
    private final Table table;
    private final ColumnMapping columns;
    private final Omissions omissions;

    private DataLoader(Table table, LoadOptions options) {
        this.table = table;
        this.columns = options.columns();
        this.omissions = new Omissions(table, options);
    }

    /** Reads a file with the default column names. */
    public static DataSet load(Path file) {
        return load(file, LoadOptions.DEFAULT);
    }

    /**
     * Reads a file.
     *
     * @throws DataException if the file is absent, broken, of an unknown format, another than its name says, or empty, lacks a
     *     column, or has a value of the wrong type; the message says where
     * @throws ColumnException if a column that {@code options} map is not there
     */
    public static DataSet load(Path file, LoadOptions options) {
        return of(Table.read(file, options, 0), options);
    }

    /**
     * Everything that is wrong with the columns that {@code options} map; empty if nothing is.
     *
     * @throws DataException if the file cannot be read
     */
    public static List<ColumnException> columnFaults(Path file, LoadOptions options) {
        return options.columns().faults(file, Table.read(file, options, 0).columns());
    }

    static DataSet of(Table table, LoadOptions options) {
        return new DataLoader(table, options).load(options);
    }

    private DataSet load(LoadOptions options) {
        if (table.rows().isEmpty()) {
            throw DataException.in(table.file(), "holds no rows; expected at least one");
        }
        Kind kind = kind();
        List<DataRow> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            rows.add(kind == Kind.QUESTIONS ? question(row, options.gaps()) : text(row));
        }
        return omissions.without(rows, kind);
    }

    private Kind kind() {
        Set<String> present = table.columns();
        List<ColumnException> faults = columns.faults(table.file(), present);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        return present.contains(columns.question()) ? Kind.QUESTIONS : Kind.TEXTS;
    }

    /** The question, or null where its answer is empty and is to be left out. */
    private QuestionAnswer question(int row, Gaps gaps) {
        CellReader cells = new CellReader(table, row, table.rows().get(row));
        String question = cells.text(columns.question());
        if (gaps == Gaps.LEFT_OUT && cells.filledText(columns.answer()).isEmpty()) {
            omissions.answer(row);
            return null;
        }
        return new QuestionAnswer(
                question,
                cells.text(columns.answer()),
                cells.filledText(columns.paraphrasedQuestion()),
                omissions.paraphrase(row, cells.filledText(columns.paraphrasedAnswer())),
                omissions.wrongAnswers(row, cells.texts(columns.perturbedAnswers())));
    }

    private PlainText text(int row) {
        Map<String, Object> values = table.rows().get(row);
        CellReader cells = new CellReader(table, row, values);
        return new PlainText(cells.text(values.containsKey(Table.ONLY) ? Table.ONLY : columns.text()));
    }
}
