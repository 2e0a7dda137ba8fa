package org.palimpsest.engine.card;

import java.util.List;

/**
 * Card of an attack, which asks whether knowledge is gone or only hidden.
 *
 * @param axis what the attack's curve runs over ({@code step}, {@code precision})
 * @param atLeastOne names of flags of which at least one must be set; empty if there are none
 */
public record AttackCard(
        String id,
        String name,
        Source source,
        String formula,
        String explanation,
        List<HyperParameter> hyperParameters,
        List<Claim> claims,
        String axis,
        List<String> atLeastOne)
        implements Card {

    public AttackCard {
        hyperParameters = List.copyOf(hyperParameters);
        claims = List.copyOf(claims);
        atLeastOne = atLeastOne == null ? List.of() : List.copyOf(atLeastOne);
    }

    /** An attack that works whatever its flags are. */
    public AttackCard(
            String id,
            String name,
            Source source,
            String formula,
            String explanation,
            List<HyperParameter> hyperParameters,
            List<Claim> claims,
            String axis) {
        this(id, name, source, formula, explanation, hyperParameters, claims, axis, List.of());
    }
}
