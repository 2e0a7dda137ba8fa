package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a file hold what. The defaults are TOFU's names; other columns of a file, such as TOFU's
 * {@code option1}, are ignored.
 *
 * @param text the column of plain-text files that have columns
 */
public record ColumnMapping(
        String question,
        String answer,
        String paraphrasedQuestion,
        String paraphrasedAnswer,
        String perturbedAnswers,
        String text) {
    public static final ColumnMapping DEFAULT = new ColumnMapping(
            "question", "answer", "paraphrased_question", "paraphrased_answer", "perturbed_answer", "text");

    /** What columns can hold, by the names that a recipe has for it. */
    public static List<String> roles() {
        return List.copyOf(DEFAULT.byRole().keySet());
    }

    /**
     * The defaults with some names changed.
     *
     * @param columns column by role; the roles are the default names
     * @throws DataException if there is no such role
     */
    public static ColumnMapping of(Map<String, String> columns) {
        Map<String, String> all = DEFAULT.byRole();
        columns.forEach((role, column) -> {
            if (all.replace(role, column) == null) {
                throw new DataException(
                        "columns: there is no role \"%s\"; expected question, answer, paraphrased_question,"
                                        .formatted(role)
                                + " paraphrased_answer, perturbed_answer or text");
            }
        });
        return new ColumnMapping(
                all.get(DEFAULT.question),
                all.get(DEFAULT.answer),
                all.get(DEFAULT.paraphrasedQuestion),
                all.get(DEFAULT.paraphrasedAnswer),
                all.get(DEFAULT.perturbedAnswers),
                all.get(DEFAULT.text));
    }

    private Map<String, String> byRole() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("question", question);
        all.put("answer", answer);
        all.put("paraphrased_question", paraphrasedQuestion);
        all.put("paraphrased_answer", paraphrasedAnswer);
        all.put("perturbed_answer", perturbedAnswers);
        all.put("text", text);
        return all;
    }

    /** The columns of all roles. */
    Set<String> all() {
        return Set.copyOf(byRole().values().stream().distinct().toList());
    }

    /**
     * Everything that keeps a file from being read with this mapping.
     *
     * @param present the file's columns; none where each row is one text
     */
    List<ColumnException> faults(Path file, Set<String> present) {
        if (present.isEmpty() || present.equals(Set.of(Table.ONLY))) {
            return byRole().entrySet().stream()
                    .filter(column -> !column.getValue().equals(column.getKey()))
                    .map(column -> new ColumnException(
                            file,
                            column.getKey(),
                            "has no columns, since each row is one text; \"columns\" maps \"%s\" to \"%s\": leave that out"
                                    .formatted(column.getKey(), column.getValue())))
                    .toList();
        }
        List<ColumnException> faults = new ArrayList<>();
        boolean texts = !present.contains(question) && present.contains(text);
        byRole().forEach((role, column) -> {
            // A column that was asked for by another name than the default must be there.
            boolean needed =
                    !column.equals(role) || (!texts && (role.equals(DEFAULT.question) || role.equals(DEFAULT.answer)));
            if (needed && !present.contains(column)) {
                faults.add(new ColumnException(file, role, AbsentColumn.message(role, column, present)));
            }
        });
        if (question.equals(answer)) {
            faults.add(new ColumnException(
                    file, DEFAULT.answer, "takes question and answer from one column, \"%s\"".formatted(question)));
        }
        if (!text.equals(DEFAULT.text) && present.contains(text) && present.contains(question)) {
            faults.add(new ColumnException(
                    file,
                    DEFAULT.text,
                    "has a column of questions, \"%s\", so the texts of \"%s\" would not be read; leave \"text\" out of \"columns\", or take that column out of the file"
                            .formatted(question, text)));
        }
        return faults;
    }
}
