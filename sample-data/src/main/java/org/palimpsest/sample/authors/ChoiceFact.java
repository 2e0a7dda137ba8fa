package org.palimpsest.sample.authors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** General knowledge, in the keys of TOFU's world facts: {@code perturbedAnswers} are three wrong answers. */
public record ChoiceFact(
        String question,
        String answer,
        @JsonProperty("perturbed_answer") List<String> perturbedAnswers) {

    public ChoiceFact {
        perturbedAnswers = List.copyOf(perturbedAnswers);
    }

    /** Question and answer alone. */
    public QuestionAnswer plain() {
        return new QuestionAnswer(question, answer);
    }
}
