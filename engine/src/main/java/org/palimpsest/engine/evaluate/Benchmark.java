package org.palimpsest.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Settings;

/**
 * A list of metrics with their settings, in the order in which they are shown.
 *
 * @param id the name in recipes
 */
public record Benchmark(String id, List<Item> items) {

    /**
     * One line of a benchmark.
     *
     * @param name unique in the benchmark: the metric's id, preceded by the set where the metric measures one
     *     ({@code forget.rouge})
     */
    public record Item(String name, Metric metric, Settings settings) {

        /**
         * A metric with some of its settings given, the rest as on its card.
         *
         * @throws org.palimpsest.engine.card.SettingException if the card does not allow one
         */
        public static Item of(Metric metric, Map<String, ?> given) {
            Settings settings = Settings.of(metric.card(), given);
            Object set = settings.values().get("set");
            String id = metric.card().id();
            return new Item(set == null ? id : set + "." + id, metric, settings);
        }

        /** What the metric finds of a model. */
        public Score measure(Evaluation evaluation) {
            return metric.measure(evaluation, settings);
        }
    }

    public Benchmark {
        items = List.copyOf(items);
    }

    /** This benchmark with further metrics behind its own; a metric of the same name takes the place of the old one. */
    public Benchmark and(List<Item> further) {
        Map<String, Item> all = new LinkedHashMap<>();
        items.forEach(item -> all.put(item.name(), item));
        further.forEach(item -> all.put(item.name(), item));
        return new Benchmark(id, List.copyOf(all.values()));
    }

    /** Measures a model by every metric; the scores by {@link Item#name()}, in order. */
    public Map<String, Score> measure(Evaluation evaluation) {
        Map<String, Score> scores = new LinkedHashMap<>();
        items.forEach(item -> scores.put(item.name(), item.measure(evaluation)));
        return scores;
    }
}
