package org.palimpsest.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts what is empty in a set and left out of it, so that it can be told. */
final class Omissions {
    private final Table table;
    private final LoadOptions options;
    private final List<Integer> answers = new ArrayList<>();
    private final List<Integer> paraphrases = new ArrayList<>();
    private final List<Integer> wrongAnswers = new ArrayList<>();
    private final List<Integer> withoutWrongAnswers = new ArrayList<>();

    Omissions(Table table, LoadOptions options) {
        this.table = table;
        this.options = options;
    }

    /** A row without an answer. */
    void answer(int row) {
        answers.add(row);
    }

    /** The answer in other words as it was read. */
    Optional<String> paraphrase(int row, Optional<String> text) {
        if (text.isEmpty() && table.columns().contains(options.columns().paraphrasedAnswer())) {
            paraphrases.add(row);
        }
        return text;
    }

    /** The wrong answers of a row but the empty ones. */
    List<String> wrongAnswers(int row, List<String> texts) {
        List<String> filled =
                texts.stream().filter(text -> !CellReader.isEmpty(text)).toList();
        if (filled.size() < texts.size()) {
            wrongAnswers.add(row);
        }
        if (filled.isEmpty() && table.columns().contains(options.columns().perturbedAnswers())) {
            withoutWrongAnswers.add(row);
        }
        return filled;
    }

    /**
     * The set of the rows that are left, as far as they were asked for, with a remark on each kind of omission.
     *
     * @param all every row of the file; null where it is left out
     * @throws DataException if nothing is left
     */
    DataSet without(List<DataRow> all, DataSet.Kind kind) {
        int[] chosen = options.rows()
                .map(ranges -> ranges.indices(all.size(), table.file()))
                .orElseGet(() -> IntStream.range(0, all.size()).toArray());
        int[] left = Arrays.stream(chosen).filter(row -> all.get(row) != null).toArray();
        if (left.length == 0) {
            throw DataException.in(
                    table.file(),
                    "holds no rows with an answer (%d rows have an empty \"%s\"); expected at least one"
                            .formatted(chosen.length, options.columns().answer()));
        }
        return new DataSet(
                table.name(),
                table.file(),
                kind,
                Arrays.stream(left).<DataRow>mapToObj(all::get).toList(),
                Arrays.stream(left).boxed().toList(),
                remarks(chosen));
    }

    private List<String> remarks(int[] chosen) {
        Set<Integer> asked = Arrays.stream(chosen).boxed().collect(Collectors.toSet());
        String answer = options.columns().answer();
        String paraphrase = options.columns().paraphrasedAnswer();
        String perturbed = options.columns().perturbedAnswers();
        List<String> remarks = new ArrayList<>();
        told(answers, asked).ifPresent(rows -> remarks.add("\"%s\" is empty in %s, left out".formatted(answer, rows)));
        told(paraphrases, asked)
                .ifPresent(rows -> remarks.add(
                        "\"%s\" is empty in %s, where the answer itself stands in for it".formatted(paraphrase, rows)));
        told(wrongAnswers, asked)
                .ifPresent(rows ->
                        remarks.add("an empty wrong answer of \"%s\" is left out in %s".formatted(perturbed, rows)));
        told(withoutWrongAnswers, asked)
                .ifPresent(rows -> remarks.add(
                        "\"%s\" holds no wrong answer in %s, left out of truth ratios".formatted(perturbed, rows)));
        return remarks;
    }

    /** {@code 3 of 40 rows (the first is row 17)}; nothing if none of the rows was asked for. */
    private static Optional<String> told(List<Integer> rows, Set<Integer> asked) {
        List<Integer> among = rows.stream().filter(asked::contains).toList();
        return among.isEmpty()
                ? Optional.empty()
                : Optional.of("%d of %d rows (%s)"
                        .formatted(
                                among.size(),
                                asked.size(),
                                among.size() == 1 ? "row " + among.get(0) : "the first is row " + among.get(0)));
    }
}
