package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Settings;

/**
 * Mean probability of the true answer (TOFU, Maini et al. 2024): length-normalised on the forget and the retain set, its
 * share among the options on the other two.
 */
@AutoService(Metric.class)
public final class ProbabilityMetric extends SetMetric {
    public ProbabilityMetric() {
        super("probability");
    }

    @Override
    Score measure(Evaluation evaluation, EvaluationSet set, Settings settings) {
        boolean amongOptions = set == EvaluationSet.REAL_AUTHORS || set == EvaluationSet.WORLD_FACTS;
        if (!amongOptions) {
            return Score.mean(plain(evaluation, set), Map.of());
        }
        if (!evaluation.sets().of(set).hasWrongAnswers()) {
            return withoutWrongAnswers(set);
        }
        Double plain = Average.of(plain(evaluation, set)).value();
        return Score.mean(amongOptions(evaluation, set), Score.parts("without-options", plain));
    }

    static List<Double> plain(Evaluation evaluation, EvaluationSet set) {
        List<Double> values = new ArrayList<>();
        for (AnswerScore answer : evaluation.answers(set)) {
            values.add(answer.isEmpty() ? null : (Double) answer.loss().probability());
        }
        return values;
    }

    static List<Double> amongOptions(Evaluation evaluation, EvaluationSet set) {
        List<AnswerScore> right = evaluation.answers(set);
        List<List<AnswerScore>> wrong = evaluation.perturbed(set);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            double[] others = Evaluation.losses(wrong.get(i));
            boolean measured = !right.get(i).isEmpty() && others.length > 0;
            values.add(
                    measured ? (Double) OptionProbability.of(right.get(i).loss().average(), others) : null);
        }
        return values;
    }
}
