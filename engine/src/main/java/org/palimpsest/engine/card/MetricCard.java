package org.palimpsest.engine.card;

import java.util.List;

/**
 * Card of a metric.
 *
 * @param better which way is better, for arrows and colours
 * @param unit the unit of the value; empty for a plain number
 */
public record MetricCard(
        String id,
        String name,
        Source source,
        String formula,
        String explanation,
        List<HyperParameter> hyperParameters,
        List<Claim> claims,
        Better better,
        String unit,
        Double minimum,
        Double maximum)
        implements Card {

    /** Which way a metric is read. */
    public enum Better {
        HIGHER,
        LOWER,
        /** The closer to the retained reference, the better. */
        NEAR_REFERENCE
    }

    public MetricCard {
        hyperParameters = List.copyOf(hyperParameters);
        claims = List.copyOf(claims);
    }
}
