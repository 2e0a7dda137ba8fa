package org.palimpsest.engine.evaluate;

import java.util.Arrays;
import java.util.List;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;

/**
 * One set of questions as a model sees them, everything in the set's order.
 *
 * @param rows the questions
 * @param answers each question with its answer
 * @param paraphrases each question with its answer in other words, or the answer itself where there is none
 * @param perturbed each question with its wrong answers; an empty list where there is none
 * @param prompts the token ids to generate from; empty where the prompt is longer than a sequence may be
 */
public record EncodedQuestions(
        List<QuestionAnswer> rows,
        List<EncodedExample> answers,
        List<EncodedExample> paraphrases,
        List<List<EncodedExample>> perturbed,
        List<List<Integer>> prompts) {

    static EncodedQuestions of(List<QuestionAnswer> rows, ExampleEncoder encoder) {
        List<EncodedExample> answers = rows.stream()
                .map(row -> encoder.encode(row.question(), row.answer()))
                .toList();
        return new EncodedQuestions(
                List.copyOf(rows),
                answers,
                rows.stream()
                        .map(row -> encoder.encode(
                                row.question(), row.paraphrasedAnswer().orElse(row.answer())))
                        .toList(),
                rows.stream()
                        .map(row -> row.perturbedAnswers().stream()
                                .map(wrong -> encoder.encode(row.question(), wrong))
                                .toList())
                        .toList(),
                rows.stream().map(row -> prompt(row.question(), encoder)).toList());
    }

    private static List<Integer> prompt(String question, ExampleEncoder encoder) {
        int[] ids = encoder.format().prompt(encoder.tokenizer(), question);
        return ids.length > encoder.maxLength()
                ? List.of()
                : Arrays.stream(ids).boxed().toList();
    }

    public int size() {
        return rows.size();
    }

    /** Whether any question has wrong answers, without which there are no truth ratios. */
    public boolean hasWrongAnswers() {
        return perturbed.stream().anyMatch(list -> !list.isEmpty());
    }
}
