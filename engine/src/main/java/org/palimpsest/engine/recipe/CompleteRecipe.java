package org.palimpsest.engine.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.Settings;

/** Writes the defaults of cards into a recipe, so that a kept run means the same after a card's default has changed. */
public final class CompleteRecipe {
    private CompleteRecipe() {}

    /**
     * The recipe with every setting of its method, probes, metrics and attacks spelled out.
     *
     * @throws org.palimpsest.engine.card.SettingException if a setting does not fit its card
     * @throws IllegalArgumentException if an id has no card
     */
    public static Recipe of(Recipe recipe) {
        MethodChoice method = recipe.method();
        return recipe.withMethod(new MethodChoice(
                        method.id(), filled(Catalogue.methods(), method.id(), method.settings()), method.wrap()))
                .withProbes(recipe.probes().stream()
                        .map(probe -> new ProbeChoice(
                                probe.id(),
                                probe.every(),
                                filled(Catalogue.probes(), probe.id(), probe.settings()),
                                probe.prompts()))
                        .toList())
                .withEvaluation(new Evaluation(
                        recipe.evaluation().benchmark(),
                        recipe.evaluation().metrics().stream()
                                .map(metric -> new MetricChoice(
                                        metric.id(), filled(Catalogue.metrics(), metric.id(), metric.settings())))
                                .toList(),
                        recipe.evaluation().batch()))
                .withAttacks(recipe.attacks().stream()
                        .map(attack -> new AttackChoice(
                                attack.id(), filled(Catalogue.attacks(), attack.id(), attack.settings())))
                        .toList());
    }

    private static Map<String, Object> filled(List<? extends Card> cards, String id, Map<String, Object> given) {
        Card card = cards.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no card named " + id));
        return new LinkedHashMap<>(Settings.of(card, given).values());
    }
}
