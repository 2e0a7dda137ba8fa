package org.palimpsest.app.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.SettingException;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeCheck;

/** Several runs made of the form's recipe: which methods, learning rates, seeds and values of a setting, and what all that takes. */
final class SeveralModel {
    /** What is asked for, as a person typed it. */
    record Wish(Set<String> methods, String learningRates, String seeds, String setting, String values) {}

    private final ExperimentForm form;
    private final Estimates estimates;
    private final ReadOnlyObjectWrapper<Optional<Double>> seconds = new ReadOnlyObjectWrapper<>(Optional.empty());

    SeveralModel(ExperimentForm form, Estimates estimates) {
        this.form = form;
        this.estimates = estimates;
    }

    /** Methods whose needs the recipe meets. */
    List<MethodCard> possible() {
        Recipe recipe = form.recipe();
        return Catalogue.methods().stream()
                .filter(card -> RecipeCheck.problems(recipe.withMethod(choice(card.id()))).stream()
                        .noneMatch(problem -> problem.pointer().startsWith("/data/")
                                || problem.pointer().startsWith("/model/")))
                .toList();
    }

    /** Names of settings that at least one of the methods has, with numbers or words to go through. */
    Set<String> settings(Set<String> methods) {
        Set<String> names = new LinkedHashSet<>();
        for (String id : taken(methods)) {
            Catalogue.method(id).orElseThrow().hyperParameters().stream()
                    .filter(parameter -> parameter.kind() != HyperParameter.Kind.TEXT)
                    .forEach(parameter -> names.add(parameter.name()));
        }
        return names;
    }

    private Set<String> taken(Set<String> methods) {
        return methods.isEmpty() ? Set.of(form.method().get().id()) : methods;
    }

    /**
     * The recipes of a wish.
     *
     * @throws IllegalArgumentException if a list is none, the message being its key ({@code rates}, {@code seeds}, {@code values})
     */
    List<Recipe> recipes(Wish wish) {
        List<Double> rates = NumberList.decimals(wish.learningRates())
                .filter(all -> all.stream().allMatch(rate -> rate >= 0 && rate <= 10))
                .orElseThrow(() -> new IllegalArgumentException("rates"));
        List<Long> seeds = NumberList.wholes(wish.seeds()).orElseThrow(() -> new IllegalArgumentException("seeds"));
        List<Object> values = wish.setting().isEmpty() ? List.of() : values(wish);
        List<MethodChoice> methods = wish.methods().stream().map(this::choice).toList();
        return new Grid(methods, rates, seeds, values.isEmpty() ? "" : wish.setting(), values).of(form.recipe());
    }

    private MethodChoice choice(String id) {
        return new MethodChoice(id, form.settingsOf(id).settings(), List.of());
    }

    private List<Object> values(Wish wish) {
        List<Object> values = new ArrayList<>();
        for (String word :
                wish.values().isBlank() ? new String[0] : wish.values().strip().split("[;,\\s]+")) {
            values.add(value(wish, word).orElseThrow(() -> new IllegalArgumentException("values")));
        }
        return values;
    }

    /** The value that each of the methods with this setting allows. */
    private Optional<Object> value(Wish wish, String word) {
        Object found = null;
        for (String id : taken(wish.methods())) {
            MethodCard card = Catalogue.method(id).orElseThrow();
            Optional<HyperParameter> parameter = card.hyperParameters().stream()
                    .filter(one -> one.name().equals(wish.setting()))
                    .findFirst();
            if (parameter.isPresent()) {
                try {
                    found = Settings.of(card, Map.of(wish.setting(), raw(parameter.get(), word)))
                            .values()
                            .get(wish.setting());
                } catch (SettingException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static Object raw(HyperParameter parameter, String word) {
        return switch (parameter.kind()) {
            case NUMBER, INTEGER ->
                NumberList.decimals(word)
                        .filter(all -> all.size() == 1)
                        .<Object>map(all -> all.get(0))
                        .orElse(word);
            case FLAG -> word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word;
            case CHOICE, TEXT -> word;
        };
    }

    /** How long all runs take one after the other, as far as that has been asked; empty while it is not known. */
    ReadOnlyObjectProperty<Optional<Double>> seconds() {
        return seconds.getReadOnlyProperty();
    }

    /** Asks how long these runs take; each method is asked for once. */
    void estimate(List<Recipe> recipes) {
        estimates.forget();
        seconds.set(Optional.empty());
        Map<String, List<Recipe>> byMethod = new LinkedHashMap<>();
        recipes.forEach(recipe -> byMethod.computeIfAbsent(recipe.method().id(), id -> new ArrayList<>())
                .add(recipe));
        double[] sum = {0};
        int[] open = {byMethod.size()};
        byMethod.forEach((id, all) -> estimates.ask("several-" + id, all.get(0), reply -> {
            if (reply instanceof DeskReply.Estimated estimated) {
                sum[0] += estimated.totalSeconds() * all.size();
                if (--open[0] == 0) {
                    seconds.set(Optional.of(sum[0]));
                }
            }
        }));
    }

    /** Nothing is asked for any longer. */
    void forget() {
        estimates.forget();
        seconds.set(Optional.empty());
    }
}
