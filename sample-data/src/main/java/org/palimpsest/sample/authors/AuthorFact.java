package org.palimpsest.sample.authors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One fact about an author, in the keys of TOFU's perturbed files.
 *
 * @param author full name
 * @param perturbedAnswers five wrong answers in the form of the paraphrased answer
 * @param wrongAnswers the same five in the form of the answer; not written
 */
public record AuthorFact(
        @JsonIgnore String author,
        String question,
        String answer,
        @JsonProperty("paraphrased_question") String paraphrasedQuestion,
        @JsonProperty("paraphrased_answer") String paraphrasedAnswer,
        @JsonProperty("perturbed_answer") List<String> perturbedAnswers,
        @JsonIgnore List<String> wrongAnswers) {

    public AuthorFact {
        perturbedAnswers = List.copyOf(perturbedAnswers);
        wrongAnswers = List.copyOf(wrongAnswers);
    }

    /** Question and answer alone. */
    public QuestionAnswer plain() {
        return new QuestionAnswer(question, answer);
    }

    /** The same fact in its other words. */
    public QuestionAnswer paraphrase() {
        return new QuestionAnswer(paraphrasedQuestion, paraphrasedAnswer);
    }

    /** The fact as a choice between the answer and its first three wrong forms. */
    public ChoiceFact choice() {
        return new ChoiceFact(question, answer, wrongAnswers.subList(0, 3));
    }
}
