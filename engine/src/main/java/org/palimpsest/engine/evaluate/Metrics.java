package org.palimpsest.engine.evaluate;

import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MetricCard;

/** Finds metrics by the ids of their cards. */
public final class Metrics {
    private Metrics() {}

    /** @throws IllegalArgumentException if no metric has this id */
    public static Metric byId(String id) {
        for (Metric metric : ServiceLoader.load(Metric.class)) {
            if (metric.card().id().equals(id)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("no metric is named \"%s\"; there are %s"
                .formatted(id, Catalogue.metrics().stream().map(MetricCard::id).collect(Collectors.joining(", "))));
    }
}
