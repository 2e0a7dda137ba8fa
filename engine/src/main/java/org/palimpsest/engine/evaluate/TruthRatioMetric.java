package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.evaluate.TruthRatio.Aggregation;

/** Mean truth ratio in the aggregation asked for; the parts hold all three (TOFU, Maini et al. 2024; Dorna et al. 2025). */
@AutoService(Metric.class)
public final class TruthRatioMetric extends SetMetric {
    private static final Map<String, Aggregation> BY_NAME = Map.of(
            "closer-to-1", Aggregation.CLOSER_TO_ONE,
            "true-better", Aggregation.TRUE_BETTER,
            "probability", Aggregation.PROBABILITY);

    public TruthRatioMetric() {
        super("truth-ratio");
    }

    @Override
    Score measure(Evaluation evaluation, EvaluationSet set, Settings settings) {
        if (!evaluation.sets().of(set).hasWrongAnswers()) {
            return withoutWrongAnswers(set);
        }
        List<TruthRatio> ratios = evaluation.truthRatios(set);
        Map<String, Double> parts = Score.parts(
                "closer-to-1",
                        Average.of(values(ratios, Aggregation.CLOSER_TO_ONE)).value(),
                "true-better",
                        Average.of(values(ratios, Aggregation.TRUE_BETTER)).value(),
                "probability",
                        Average.of(values(ratios, Aggregation.PROBABILITY)).value());
        return Score.mean(values(ratios, BY_NAME.get(settings.text("aggregate"))), parts);
    }

    private static List<Double> values(List<TruthRatio> ratios, Aggregation aggregation) {
        List<Double> values = new ArrayList<>();
        for (TruthRatio ratio : ratios) {
            values.add(ratio == null ? null : (Double) aggregation.of(ratio));
        }
        return values;
    }
}
