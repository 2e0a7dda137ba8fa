package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one file, never empty.
 *
 * @param name the file's name without its ending
 * @param source the file
 * @param kind what every row is
 * @param numbers which row of the file each row is, counted from 0
 * @param remarks what of the file was left out, in words to be put behind the file's name
 */
public record DataSet(
        String name, Path source, Kind kind, List<DataRow> rows, List<Integer> numbers, List<String> remarks) {
    /** What the rows are. */
    public enum Kind {
        QUESTIONS,
        TEXTS
    }

    /**
     * Checks that there are rows.
     *
     * @throws DataException if there are none
     */
    public DataSet {
        rows = List.copyOf(rows);
        numbers = List.copyOf(numbers);
        remarks = List.copyOf(remarks);
        if (rows.isEmpty()) {
            throw DataException.in(source, "holds no rows; expected at least one");
        }
    }

    public int size() {
        return rows.size();
    }

    /**
     * The rows as questions with answers.
     *
     * @throws DataException if the set holds plain text
     */
    public List<QuestionAnswer> questions() {
        require(Kind.QUESTIONS, "holds plain texts, but questions with answers are needed here");
        return rows.stream().map(QuestionAnswer.class::cast).toList();
    }

    /**
     * The rows as texts.
     *
     * @throws DataException if the set holds questions
     */
    public List<String> texts() {
        require(Kind.TEXTS, "holds questions with answers, but plain texts are needed here");
        return rows.stream().map(PlainText.class::cast).map(PlainText::text).toList();
    }

    private void require(Kind wanted, String message) {
        if (kind != wanted) {
            throw DataException.in(source, message);
        }
    }

    /**
     * Some of the rows, in the order of the ranges.
     *
     * @throws DataException if a range goes beyond the last row
     */
    public DataSet select(RowRanges ranges) {
        int[] indices = ranges.indices(size(), source);
        return new DataSet(
                name,
                source,
                kind,
                Arrays.stream(indices).mapToObj(rows::get).toList(),
                Arrays.stream(indices).mapToObj(numbers::get).toList(),
                remarks);
    }
}
