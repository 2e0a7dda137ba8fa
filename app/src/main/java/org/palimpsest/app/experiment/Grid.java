package org.palimpsest.app.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;

/**
 * Several recipes made of one: every method with every learning rate, every seed and every value of a setting. An empty list leaves
 * that part as the recipe has it.
 *
 * @param setting name of a method's setting to go through; empty for none. Methods that have no such setting are taken once
 */
record Grid(
        List<MethodChoice> methods, List<Double> learningRates, List<Long> seeds, String setting, List<Object> values) {
    Grid {
        methods = List.copyOf(methods);
        learningRates = List.copyOf(learningRates);
        seeds = List.copyOf(seeds);
        values = List.copyOf(values);
    }

    /** The recipes, each named for what sets it apart. */
    List<Recipe> of(Recipe recipe) {
        Map<String, Recipe> all = new LinkedHashMap<>();
        all.put("", recipe);
        all = times(all, methods, MethodChoice::id, method -> one -> one.withMethod(method));
        if (!setting.isEmpty()) {
            Map<String, Recipe> more = new LinkedHashMap<>();
            all.forEach((name, one) -> more.putAll(settings(name, one)));
            all = more;
        }
        all = times(
                all,
                learningRates,
                rate -> "lr " + NumberText.of(rate),
                rate -> one -> one.withTraining(one.training().withLearningRate(rate)));
        all = times(
                all,
                seeds,
                seed -> "seed " + seed,
                seed -> one -> one.withTraining(one.training().withSeed(seed)));
        List<Recipe> named = new ArrayList<>();
        all.forEach((name, one) -> named.add(name.isEmpty() ? one : one.withName(name(recipe, name))));
        return named;
    }

    /** A recipe whose methods differ is named for them; otherwise its own name stays in front. */
    private String name(Recipe recipe, String apart) {
        return methods.isEmpty() ? recipe.name() + ", " + apart : apart;
    }

    private Map<String, Recipe> settings(String name, Recipe recipe) {
        boolean has = Catalogue.method(recipe.method().id()).stream()
                .flatMap(card -> card.hyperParameters().stream())
                .anyMatch(parameter -> parameter.name().equals(setting));
        return has
                ? times(
                        Map.of(name, recipe),
                        values,
                        value -> setting + " "
                                + (value instanceof Number number ? NumberText.of(number.doubleValue()) : value),
                        value -> one -> one.withMethod(one.method().withSetting(setting, value)))
                : Map.of(name, recipe);
    }

    private static <T> Map<String, Recipe> times(
            Map<String, Recipe> all,
            List<T> values,
            Function<T, String> name,
            Function<T, UnaryOperator<Recipe>> change) {
        if (values.isEmpty()) {
            return all;
        }
        Map<String, Recipe> more = new LinkedHashMap<>();
        all.forEach((before, recipe) -> values.forEach(value -> more.put(
                before.isEmpty() ? name.apply(value) : before + ", " + name.apply(value),
                change.apply(value).apply(recipe))));
        return more;
    }
}
