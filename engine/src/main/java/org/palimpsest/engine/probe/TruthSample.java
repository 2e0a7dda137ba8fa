package org.palimpsest.engine.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.evaluate.AnswerScore;
import org.palimpsest.engine.evaluate.AnswerScorer;
import org.palimpsest.engine.evaluate.TruthRatio;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;

/**
 * Questions with their right and wrong answers as token ids.
 *
 * @param examples of each question the right answer, in other words where there are any, and then its wrong ones
 * @param counts how many examples each question has
 */
record TruthSample(List<EncodedExample> examples, List<Integer> counts) {
    private static final int ROWS_AT_A_TIME = 32;

    static TruthSample of(ExampleEncoder encoder, List<QuestionAnswer> questions) {
        List<EncodedExample> examples = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (QuestionAnswer row : questions) {
            examples.add(encoder.encode(row.question(), row.paraphrasedAnswer().orElse(row.answer())));
            row.perturbedAnswers().forEach(wrong -> examples.add(encoder.encode(row.question(), wrong)));
            counts.add(1 + row.perturbedAnswers().size());
        }
        return new TruthSample(List.copyOf(examples), List.copyOf(counts));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Mean over the questions; one whose right or only wrong answer has no supervised token is left out. */
    double measure(DecoderModel model, TruthRatio.Aggregation aggregation) {
        List<AnswerScore> scores = new AnswerScorer(model, ROWS_AT_A_TIME).score(examples);
        List<Double> values = new ArrayList<>();
        int from = 0;
        for (int count : counts) {
            AnswerScore right = scores.get(from);
            double[] wrong = IntStream.range(from + 1, from + count)
                    .mapToObj(scores::get)
                    .filter(score -> !score.isEmpty())
                    .mapToDouble(score -> score.loss().average())
                    .toArray();
            if (!right.isEmpty() && wrong.length > 0) {
                values.add(aggregation.of(TruthRatio.geometric(right.loss().average(), wrong)));
            }
            from += count;
        }
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
