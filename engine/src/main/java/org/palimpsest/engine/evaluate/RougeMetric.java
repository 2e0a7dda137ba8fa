package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.data.QuestionAnswer;

/** Mean ROUGE-L of greedily generated answers against the true ones, words stemmed (TOFU, Maini et al. 2024). */
@AutoService(Metric.class)
public final class RougeMetric extends SetMetric {
    /** Of a model whose logits are no numbers, which says nothing rather than something wrong. */
    private static final RougeScore NO_ANSWER = new RougeScore(Double.NaN, Double.NaN);

    public RougeMetric() {
        super("rouge");
    }

    @Override
    Score measure(Evaluation evaluation, EvaluationSet set, Settings settings) {
        List<GeneratedAnswer> said = evaluation.generated(set, settings.integer("maxNewTokens"));
        List<QuestionAnswer> rows = evaluation.sets().of(set).rows();
        List<RougeScore> longest = new ArrayList<>();
        List<RougeScore> words = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            GeneratedAnswer answer = said.get(i);
            String truth = rows.get(i).answer();
            longest.add(answer == null ? null : answer.finite() ? RougeL.score(truth, answer.text(), true) : NO_ANSWER);
            words.add(answer == null ? null : answer.finite() ? Rouge1.score(truth, answer.text(), true) : NO_ANSWER);
        }
        List<Double> recall = each(longest, RougeScore::recall);
        List<Double> f1 = each(longest, RougeScore::f1);
        List<GeneratedAnswer> answers = said.stream().filter(Objects::nonNull).toList();
        boolean finite = answers.stream().allMatch(GeneratedAnswer::finite);
        long empty = answers.stream().filter(answer -> answer.text().isEmpty()).count();
        Map<String, Double> parts = Score.parts(
                "recall", Average.of(recall).value(),
                "f1", Average.of(f1).value(),
                "one-word-recall", Average.of(each(words, RougeScore::recall)).value(),
                "empty-answers", answers.isEmpty() || !finite ? null : (Double) ((double) empty / answers.size()));
        return Score.mean(settings.text("statistic").equals("f1") ? f1 : recall, parts);
    }

    private static List<Double> each(List<RougeScore> scores, ToDoubleFunction<RougeScore> number) {
        List<Double> values = new ArrayList<>();
        for (RougeScore score : scores) {
            values.add(score == null ? null : (Double) number.applyAsDouble(score));
        }
        return values;
    }
}
