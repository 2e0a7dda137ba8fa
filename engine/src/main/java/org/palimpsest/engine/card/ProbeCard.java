package org.palimpsest.engine.card;

import java.util.List;

/**
 * Card of a probe, which watches a run between steps.
 *
 * @param plots what its observations look like on a chart
 */
public record ProbeCard(
        String id,
        String name,
        Source source,
        String formula,
        String explanation,
        List<HyperParameter> hyperParameters,
        List<Claim> claims,
        Plot plots)
        implements Card {

    /** The shape of a probe's observations. */
    public enum Plot {
        CURVES,
        LAYERS,
        TOKENS
    }

    public ProbeCard {
        hyperParameters = List.copyOf(hyperParameters);
        claims = List.copyOf(claims);
    }
}
