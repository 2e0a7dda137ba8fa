package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.Settings;

/**
 * {@link ModelUtility}; the parts are its nine numbers and {@code utility6}, the harmonic mean of the six that need no
 * generated answers.
 */
@AutoService(Metric.class)
public final class ModelUtilityMetric implements Metric {
    @Override
    public MetricCard card() {
        return Catalogue.metric("model-utility").orElseThrow();
    }

    @Override
    public Score measure(Evaluation evaluation, Settings settings) {
        Set<String> notes = new LinkedHashSet<>();
        boolean generation = settings.flag("generation");
        if (!generation) {
            notes.add("no answers were generated, so only utility6 can be told");
        }
        ModelUtility utility = new ModelUtility(
                part(evaluation, EvaluationSet.RETAIN, settings, notes),
                part(evaluation, EvaluationSet.REAL_AUTHORS, settings, notes),
                part(evaluation, EvaluationSet.WORLD_FACTS, settings, notes));
        Map<String, Double> parts = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        utility.parts().forEach((name, value) -> {
            parts.put(name, finite(value));
            if (finite(value) == null && (generation || !name.endsWith(".rouge"))) {
                missing.add(name);
            }
        });
        parts.put("utility6", finite(utility.valueWithoutRouge()));
        if (!missing.isEmpty()) {
            notes.add("missing: " + String.join(", ", missing));
        }
        return new Score(finite(utility.value()), parts, String.join("; ", notes), List.of());
    }

    private static ModelUtility.Part part(
            Evaluation evaluation, EvaluationSet set, Settings settings, Set<String> notes) {
        return new ModelUtility.Part(
                value(new ProbabilityMetric(), evaluation, Map.of("set", set.id()), notes),
                settings.flag("generation")
                        ? value(
                                new RougeMetric(),
                                evaluation,
                                Map.of("set", set.id(), "maxNewTokens", settings.integer("maxNewTokens")),
                                notes)
                        : Double.NaN,
                value(new TruthRatioMetric(), evaluation, Map.of("set", set.id(), "aggregate", "true-better"), notes));
    }

    /** The value, or NaN; what there is to say of it goes to the notes. */
    private static double value(Metric metric, Evaluation evaluation, Map<String, ?> given, Set<String> notes) {
        Score score = metric.measure(evaluation, Settings.of(metric.card(), given));
        if (!score.note().isEmpty()) {
            notes.add(score.note());
        }
        return score.value() == null ? Double.NaN : score.value();
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
