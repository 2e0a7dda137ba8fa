package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Settings;

/** Mean {@link ExtractionStrength} of the answers of a set. */
@AutoService(Metric.class)
public final class ExtractionStrengthMetric extends SetMetric {
    public ExtractionStrengthMetric() {
        super("extraction-strength");
    }

    @Override
    Score measure(Evaluation evaluation, EvaluationSet set, Settings settings) {
        List<Double> values = new ArrayList<>();
        evaluation.answers(set).forEach(answer -> values.add(answer.extractionStrength()));
        return Score.mean(values, Map.of());
    }
}
