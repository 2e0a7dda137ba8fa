package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;

/**
 * What a person wants to see of a data set before using it.
 *
 * @param columns the file's columns; none where each row is one text
 * @param prompt lengths of the questions, absent for plain text
 * @param answer lengths of the answers, or of the texts
 */
public record DataInspection(
        String name,
        Path source,
        DataFormat format,
        DataSet.Kind kind,
        int rows,
        List<String> columns,
        Optional<Lengths> prompt,
        Lengths answer) {
    /** Shortest, mean and longest, in the unit that the one who made them states. */
    public record Lengths(int shortest, double mean, int longest) {
        static Lengths of(Stream<Integer> lengths) {
            IntSummaryStatistics summary = lengths.mapToInt(Integer::intValue).summaryStatistics();
            return new Lengths(summary.getMin(), summary.getAverage(), summary.getMax());
        }
    }

    /**
     * Examples as a model will see them.
     *
     * @param length in tokens, prompt, answer and special tokens together
     * @param cut how many do not fit and lose their end
     * @param unsupervised how many have no answer token left; no loss sees them
     */
    public record TokenCounts(Lengths length, int cut, int unsupervised) {}

    /**
     * Looks at a file; lengths are in characters.
     *
     * @throws DataException if it cannot be loaded
     */
    public static DataInspection of(Path file, LoadOptions options) {
        Table table = Table.read(file, options, 0);
        DataSet set = DataLoader.of(table, options);
        boolean questions = set.kind() == DataSet.Kind.QUESTIONS;
        List<String> columns = table.columns().stream()
                .filter(column -> !column.equals(Table.ONLY))
                .toList();
        return new DataInspection(
                set.name(),
                file,
                table.format(),
                set.kind(),
                set.size(),
                columns,
                questions ? Optional.of(characters(set.questions(), QuestionAnswer::question)) : Optional.empty(),
                questions
                        ? characters(set.questions(), QuestionAnswer::answer)
                        : characters(set.texts(), Function.identity()));
    }

    private static <T> Lengths characters(List<T> rows, Function<T, String> text) {
        return Lengths.of(rows.stream().map(text).map(one -> one.codePointCount(0, one.length())));
    }

    /**
     * Counts tokens of question-answer rows.
     *
     * @throws DataException if the set holds plain text
     */
    public static TokenCounts tokens(DataSet set, ExampleEncoder encoder) {
        ExampleEncoder whole = new ExampleEncoder(encoder.tokenizer(), encoder.format(), Integer.MAX_VALUE);
        int[] lengths = set.questions().stream()
                .mapToInt(row -> whole.encode(row.question(), row.answer()).length())
                .toArray();
        long unsupervised = set.questions().stream()
                .map(row -> encoder.encode(row.question(), row.answer()))
                .mapToInt(EncodedExample::supervisedTokens)
                .filter(count -> count == 0)
                .count();
        long cut = Arrays.stream(lengths)
                .filter(length -> length > encoder.maxLength())
                .count();
        return new TokenCounts(Lengths.of(Arrays.stream(lengths).boxed()), (int) cut, (int) unsupervised);
    }
}
