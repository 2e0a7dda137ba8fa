package org.palimpsest.engine.evaluate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.Settings;

/** {@link ForgetQuality} against the retained reference; the part {@code D} is the test's statistic, the values are the ratios R. */
@AutoService(Metric.class)
public final class ForgetQualityMetric implements Metric {
    @Override
    public MetricCard card() {
        return Catalogue.metric("forget-quality").orElseThrow();
    }

    @Override
    public Score measure(Evaluation evaluation, Settings settings) {
        if (!evaluation.has(EvaluationSet.FORGET)) {
            return Score.missing("there are no forget questions");
        }
        if (!evaluation.sets().of(EvaluationSet.FORGET).hasWrongAnswers()) {
            return SetMetric.withoutWrongAnswers(EvaluationSet.FORGET);
        }
        if (evaluation.reference().isEmpty()) {
            return Score.missing("there is no retained reference to compare with");
        }
        List<Double> ratios = ratios(evaluation.truthRatios(EvaluationSet.FORGET));
        double[] own = measured(ratios);
        double[] reference = measured(ratios(evaluation.reference().get().truthRatios()));
        if (own.length == 0 || reference.length == 0) {
            return Score.missing(
                    "no truth ratio could be measured of the " + (own.length == 0 ? "model" : "retained reference"));
        }
        KolmogorovSmirnov test = ForgetQuality.between(own, reference).test();
        if (Double.isNaN(test.pValue())) {
            return new Score(
                    null,
                    Score.parts("D", (Double) null),
                    "a truth ratio of the %s is not a number; it has collapsed"
                            .formatted(Arrays.stream(own).anyMatch(Double::isNaN) ? "model" : "retained reference"),
                    ratios);
        }
        int skipped = ratios.size() - own.length;
        String note =
                skipped == 0 ? "" : skipped + " of " + ratios.size() + " items left out: nothing to measure in them";
        return new Score(test.pValue(), Score.parts("D", test.statistic()), note, ratios);
    }

    private static List<Double> ratios(List<TruthRatio> items) {
        List<Double> ratios = new ArrayList<>();
        for (TruthRatio item : items) {
            ratios.add(item == null ? null : (Double) item.ratio());
        }
        return ratios;
    }

    private static double[] measured(List<Double> ratios) {
        return ratios.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
