package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Settings;

/** Mean {@link ExactMemorisation} of the answers of a set. */
@AutoService(Metric.class)
public final class ExactMemorisationMetric extends SetMetric {
    public ExactMemorisationMetric() {
        super("exact-memorisation");
    }

    @Override
    Score measure(Evaluation evaluation, EvaluationSet set, Settings settings) {
        List<Double> values = new ArrayList<>();
        evaluation.answers(set).forEach(answer -> values.add(answer.exactMemorisation()));
        return Score.mean(values, Map.of());
    }
}
