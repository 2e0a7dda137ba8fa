package org.palimpsest.engine.evaluate;

import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.Settings;

/** A metric over the questions of the one set that its setting {@code set} names. */
abstract class SetMetric implements Metric {
    private final String id;

    SetMetric(String id) {
        this.id = id;
    }

    @Override
    public final MetricCard card() {
        return Catalogue.metric(id).orElseThrow();
    }

    @Override
    public final Score measure(Evaluation evaluation, Settings settings) {
        EvaluationSet set = settings.choice("set", EvaluationSet.class);
        return evaluation.has(set)
                ? measure(evaluation, set, settings)
                : Score.missing("there are no %s questions".formatted(set.words()));
    }

    /** Measures a set that has questions. */
    abstract Score measure(Evaluation evaluation, EvaluationSet set, Settings settings);

    static Score withoutWrongAnswers(EvaluationSet set) {
        return Score.missing("the %s questions have no wrong answers to compare with".formatted(set.words()));
    }
}
