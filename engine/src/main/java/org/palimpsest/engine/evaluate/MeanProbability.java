package org.palimpsest.engine.evaluate;

import java.util.List;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.EncodedExample;

/** The mean of {@link AnswerLoss#probability()} over answers, the number that probes and attacks follow. */
public final class MeanProbability {
    private static final int ROWS_AT_A_TIME = 32;

    private MeanProbability() {}

    /** In [0, 1]; NaN if no answer has a supervised token, or the model computes none. */
    public static double of(DecoderModel model, List<EncodedExample> answers) {
        return new AnswerScorer(model, ROWS_AT_A_TIME)
                .score(answers).stream()
                        .filter(score -> !score.isEmpty())
                        .mapToDouble(score -> score.loss().probability())
                        .average()
                        .orElse(Double.NaN);
    }
}
