package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.evaluate.ExtractionStrength.Convention;

/** Mean {@link ExtractionStrength} of the answers of a set; of which convention a value is that is not the exact one, its note says. */
@AutoService(Metric.class)
public final class ExtractionStrengthMetric extends SetMetric {
    public ExtractionStrengthMetric() {
        super("extraction-strength");
    }

    @Override
    Score measure(Evaluation evaluation, EvaluationSet set, Settings settings) {
        Convention convention = settings.choice("convention", Convention.class);
        List<Double> values = new ArrayList<>();
        evaluation.answers(set).forEach(answer -> values.add(answer.extractionStrength(convention)));
        Score mean = Score.mean(values, Map.of());
        return convention == Convention.EXACT
                ? mean
                : mean.noted("counted as OpenUnlearning does: 1/L where no ending is right, 0 without tokens");
    }
}
