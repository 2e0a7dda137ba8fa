package org.palimpsest.app.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.card.Card;

/**
 * All probes, metrics or attacks there are by their cards, each on or off; one that a recipe names twice (a metric on two sets) stands
 * here twice.
 */
final class Choices {
    private final List<? extends Card> cards;
    private final boolean probes;
    private final Consumer<Edit> edits;
    private final Runnable changed;
    private final ObservableList<Choice> all = FXCollections.observableArrayList();
    /** Held, since who listens to it does not keep it alive. */
    private final ObservableList<Choice> allSeen = FXCollections.unmodifiableObservableList(all);

    private int ranks;

    Choices(List<? extends Card> cards, boolean probes, Consumer<Edit> edits, Runnable changed) {
        this.cards = cards;
        this.probes = probes;
        this.edits = edits;
        this.changed = changed;
        cards.forEach(card -> all.add(made(card)));
    }

    /** In the order of the cards, repetitions beside each other. */
    ObservableList<Choice> all() {
        return allSeen;
    }

    /** Those that are on, in the order of the recipe. */
    List<Choice> on() {
        return all.stream()
                .filter(Choice::isOn)
                .sorted(Comparator.comparingInt(Choice::rank))
                .toList();
    }

    /** What a recipe says of one of them. */
    record Given(String id, Map<String, Object> use, Map<String, Object> settings, List<String> prompts) {}

    /** Takes what a recipe names; everything else is off. */
    void load(List<Given> given) {
        all.removeIf(choice -> firstOf(choice.card()) != choice);
        all.forEach(choice -> choice.load(Map.of(), Map.of(), List.of()));
        for (Given one : given) {
            Choice choice = all.stream()
                    .filter(any -> any.card().id().equals(one.id()))
                    .filter(any -> !any.isOn())
                    .findFirst()
                    .orElseGet(() -> again(one.id()));
            if (choice != null) {
                choice.load(one.use(), one.settings(), one.prompts());
            }
        }
        changed.run();
    }

    /** A second one of the same card, as an edit. */
    void repeat(Choice choice) {
        Choice added = made(choice.card());
        added.load(Map.of("on", true), choice.settings().settings(), choice.prompts());
        int place = all.indexOf(choice) + 1;
        edits.accept(new Edit(
                ExperimentWords.edit("repeat", choice.card().name()),
                () -> {
                    all.add(Math.min(place, all.size()), added);
                    changed.run();
                },
                () -> {
                    all.remove(added);
                    changed.run();
                }));
    }

    private Choice firstOf(Card card) {
        return all.stream()
                .filter(any -> any.card().id().equals(card.id()))
                .findFirst()
                .orElseThrow();
    }

    private Choice again(String id) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).card().id().equals(id)) {
                Choice choice = made(all.get(i).card());
                all.add(i + 1, choice);
                return choice;
            }
        }
        return null;
    }

    private Choice made(Card card) {
        Choice choice = new Choice(card, probes, edits);
        choice.on().text().addListener((value, before, now) -> {
            if (now.equals("true")) {
                choice.rank(ranks++);
            }
            changed.run();
        });
        choice.use().values().addListener((value, before, now) -> changed.run());
        choice.settings().fields().fields().forEach(field -> field.text()
                .addListener((value, before, now) -> changed.run()));
        choice.prompts().addListener((javafx.collections.ListChangeListener<String>) change -> changed.run());
        return choice;
    }

    /** Whether every field of those that are on has an allowed value. */
    boolean valid() {
        return on().stream()
                .allMatch(choice -> choice.use().valid().get()
                        && choice.settings().fields().valid().get());
    }

    List<? extends Card> cards() {
        return cards;
    }
}
