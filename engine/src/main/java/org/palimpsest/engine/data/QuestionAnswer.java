package org.palimpsest.engine.data;

import java.util.List;
import java.util.Optional;

/**
 * One question with its answer, and what measuring how well it is remembered needs (TOFU, Maini et al. 2024).
 *
 * @param paraphrasedQuestion the question in other words
 * @param paraphrasedAnswer the answer in other words
 * @param perturbedAnswers wrong answers of the same form
 */
public record QuestionAnswer(
        String question,
        String answer,
        Optional<String> paraphrasedQuestion,
        Optional<String> paraphrasedAnswer,
        List<String> perturbedAnswers)
        implements DataRow {
    /** Keeps the wrong answers unchangeable. */
    public QuestionAnswer {
        perturbedAnswers = List.copyOf(perturbedAnswers);
    }

    public QuestionAnswer(String question, String answer) {
        this(question, answer, Optional.empty(), Optional.empty(), List.of());
    }
}
