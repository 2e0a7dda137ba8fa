package org.palimpsest.app.ask;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is to be asked: the question, its true answer as far as the run's data tell it, and whose models are asked besides the chosen one. */
public final class AskForm {
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty truth = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<RunPrompts> prompts = new ReadOnlyObjectWrapper<>(RunPrompts.NONE);
    private final ObservableList<AskedRun> besides = FXCollections.observableArrayList();
    /** The true answer that was filled in from data: it gives way to another question's, one that a person typed does not. */
    private String filled = "";

    AskForm() {
        question.addListener((observed, before, now) -> fill());
    }

    public StringProperty question() {
        return question;
    }

    /** The true answer; filled in when the question stands in the run's data. */
    public StringProperty truth() {
        return truth;
    }

    /** Questions that suggest themselves. */
    ReadOnlyObjectProperty<RunPrompts> prompts() {
        return prompts.getReadOnlyProperty();
    }

    /** Other runs, or other steps of the same, that are asked too. */
    public ObservableList<AskedRun> besides() {
        return besides;
    }

    /** Takes the questions of another run. */
    void offer(RunPrompts other) {
        prompts.set(other);
        fill();
    }

    /** Takes a question that was clicked. */
    void take(Suggestion suggestion) {
        question.set(suggestion.question());
        if (!suggestion.answer().isEmpty()) {
            put(suggestion.answer());
        }
    }

    /** Takes an earlier question to be asked again, or of other models. */
    void take(AskRound round) {
        question.set(round.question());
        put(round.truth());
    }

    private void put(String answer) {
        filled = answer;
        truth.set(answer);
    }

    private void fill() {
        if (truth.get().isBlank() || truth.get().equals(filled)) {
            put(prompts.get().truth(question.get()).orElse(""));
        }
    }
}
