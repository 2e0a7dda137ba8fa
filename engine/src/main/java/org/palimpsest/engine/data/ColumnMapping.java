package org.palimpsest.engine.data;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /**
     * The defaults with some names changed.
     *
     * @param columns column by role; the roles are the default names
     * @throws DataException if there is no such role
     */
    public static ColumnMapping of(Map<String, String> columns) {
        Map<String, String> left = new LinkedHashMap<>(columns);
        ColumnMapping mapping = new ColumnMapping(
                take(left, DEFAULT.question),
                take(left, DEFAULT.answer),
                take(left, DEFAULT.paraphrasedQuestion),
                take(left, DEFAULT.paraphrasedAnswer),
                take(left, DEFAULT.perturbedAnswers),
                take(left, DEFAULT.text));
        if (!left.isEmpty()) {
            throw new DataException("columns: there is no role \"%s\"; expected question, answer, paraphrased_question,"
                            .formatted(left.keySet().iterator().next())
                    + " paraphrased_answer, perturbed_answer or text");
        }
        return mapping;
    }

    private static String take(Map<String, String> columns, String role) {
        String column = columns.remove(role);
        return column == null ? role : column;
    }
}
