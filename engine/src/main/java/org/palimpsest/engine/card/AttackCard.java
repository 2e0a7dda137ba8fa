package org.palimpsest.engine.card;

import java.util.List;

/**
 * Card of an attack, which asks whether knowledge is gone or only hidden.
 *
 * @param axis what the attack's curve runs over ({@code step}, {@code precision})
 */
public record AttackCard(
        String id,
        String name,
        Source source,
        String formula,
        String explanation,
        List<HyperParameter> hyperParameters,
        List<Claim> claims,
        String axis)
        implements Card {

    public AttackCard {
        hyperParameters = List.copyOf(hyperParameters);
        claims = List.copyOf(claims);
    }
}
