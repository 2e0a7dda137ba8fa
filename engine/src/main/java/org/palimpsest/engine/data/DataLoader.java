package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.palimpsest.engine.data.DataSet.Kind;

/** Reads data sets from files of any {@link DataFormat}. */
public final class DataLoader {
    private final Table table;
    private final ColumnMapping columns;

    private DataLoader(Table table, ColumnMapping columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Reads a file with the default column names. */
    public static DataSet load(Path file) {
        return load(file, LoadOptions.DEFAULT);
    }

    /**
     * Reads a file.
     *
     * @throws DataException if the file is absent, broken, of an unknown format or empty, lacks a column, or has a value
     *     of the wrong type; the message says where
     */
    public static DataSet load(Path file, LoadOptions options) {
        DataSet all = of(Table.read(file, options), options.columns());
        return options.rows().map(all::select).orElse(all);
    }

    static DataSet of(Table table, ColumnMapping columns) {
        DataLoader loader = new DataLoader(table, columns);
        Kind kind = loader.kind();
        List<DataRow> rows = IntStream.range(0, table.rows().size())
                .<DataRow>mapToObj(row -> kind == Kind.QUESTIONS ? loader.question(row) : loader.text(row))
                .toList();
        String name = String.valueOf(table.file().getFileName());
        int dot = name.lastIndexOf('.');
        return new DataSet(dot > 0 ? name.substring(0, dot) : name, table.file(), kind, rows);
    }

    private Kind kind() {
        Set<String> present = table.columns();
        if (present.isEmpty() || present.equals(Set.of(Table.ONLY))) {
            return Kind.TEXTS;
        }
        if (!present.contains(columns.question()) && present.contains(columns.text())) {
            return Kind.TEXTS;
        }
        require(present, columns.question(), true);
        require(present, columns.answer(), true);
        ColumnMapping defaults = ColumnMapping.DEFAULT;
        // A column that was asked for by another name than the default must be there.
        require(
                present,
                columns.paraphrasedQuestion(),
                !columns.paraphrasedQuestion().equals(defaults.paraphrasedQuestion()));
        require(
                present,
                columns.paraphrasedAnswer(),
                !columns.paraphrasedAnswer().equals(defaults.paraphrasedAnswer()));
        require(present, columns.perturbedAnswers(), !columns.perturbedAnswers().equals(defaults.perturbedAnswers()));
        return Kind.QUESTIONS;
    }

    private void require(Set<String> present, String column, boolean needed) {
        if (needed && !present.contains(column)) {
            throw DataException.in(table.file(), AbsentColumn.message(column, present));
        }
    }

    private QuestionAnswer question(int row) {
        CellReader cells = new CellReader(table.file(), row, table.rows().get(row));
        return new QuestionAnswer(
                cells.text(columns.question()),
                cells.text(columns.answer()),
                cells.optionalText(columns.paraphrasedQuestion()),
                cells.optionalText(columns.paraphrasedAnswer()),
                cells.texts(columns.perturbedAnswers()));
    }

    private PlainText text(int row) {
        Map<String, Object> values = table.rows().get(row);
        CellReader cells = new CellReader(table.file(), row, values);
        return new PlainText(cells.text(values.containsKey(Table.ONLY) ? Table.ONLY : columns.text()));
    }
}
