package org.palimpsest.engine.recipe;

import java.util.Map;

/**
 * An attack on the unlearned model at the end of the run.
 *
 * @param id an attack card's id
 * @param settings values for the card's hyper-parameters
 */
public record AttackChoice(String id, Map<String, Object> settings) {

    public AttackChoice {
        settings = MethodChoice.ordered(settings);
    }

    /** An attack with the defaults of its card. */
    public static AttackChoice of(String id) {
        return new AttackChoice(id, null);
    }
}
