package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.model.DecoderModel;

/** What metrics say when something they need is not there, or the model computes no numbers any more. */
class MissingDataTest {
    private static SmallModel small;

    @BeforeAll
    static void open() throws IOException {
        small = SmallModel.open("reference");
    }

    @AfterAll
    static void close() {
        if (small != null) {
            small.close();
        }
    }

    @Test
    void withoutAnyQuestionsEveryMetricSaysSo() {
        Evaluation nothing = small.evaluation(Map.of());
        assertThat(Benchmarks.byId("tofu").measure(nothing).values()).allSatisfy(score -> {
            assertThat(score.value()).isNull();
            assertThat(score.note()).contains("there are no ");
        });
    }

    @Test
    void forgetQualityNeedsAReference() {
        Score score = measure("forget-quality", small.evaluation(SmallModel.tofu(3)));
        assertThat(score).isEqualTo(Score.missing("there is no retained reference to compare with"));
    }

    @Test
    void truthRatiosNeedWrongAnswers() {
        Score score = measure("truth-ratio", small.evaluation(plainQuestions()));
        assertThat(score).isEqualTo(Score.missing("the forget questions have no wrong answers to compare with"));
    }

    @Test
    void modelUtilityNamesTheMissingSet() {
        Map<EvaluationSet, List<QuestionAnswer>> questions = new EnumMap<>(SmallModel.tofu(3));
        questions.remove(EvaluationSet.REAL_AUTHORS);
        Score score = measure("model-utility", small.evaluation(questions));
        assertThat(score.value()).isNull();
        assertThat(score.note())
                .contains("there are no real authors questions")
                .contains("missing: real-authors.probability, real-authors.rouge, real-authors.truth-ratio");
    }

    @Test
    void modelUtilityKeepsThePartsThatAreThere() {
        Map<EvaluationSet, List<QuestionAnswer>> questions = new EnumMap<>(SmallModel.tofu(3));
        questions.remove(EvaluationSet.REAL_AUTHORS);
        Score score = measure("model-utility", small.evaluation(questions));
        assertThat(score.parts().get("retain.probability")).isGreaterThan(0.9);
        assertThat(score.parts()).containsEntry("utility6", null);
    }

    @Test
    void withoutGenerationUtilityIsThatOfSixParts() {
        Evaluation evaluation = small.evaluation(SmallModel.tofu(3));
        Score without = Benchmark.Item.of(new ModelUtilityMetric(), Map.of("generation", false))
                .measure(evaluation);
        assertThat(without.value()).isNull();
        assertThat(without.note()).contains("no answers were generated");
        assertThat(without.parts().get("utility6"))
                .isEqualTo(measure("model-utility", evaluation).parts().get("utility6"));
    }

    @Test
    void aModelWithoutNumbersHasNoScores() {
        try (DecoderModel broken = small.model().copy()) {
            broken.parameters().get("model.norm.weight").muli(Float.NaN);
            EvaluationSets sets = new EvaluationSets(SmallModel.tofu(3), small.encoder());
            ReferenceScores reference = new ReferenceScores("any", List.of(new TruthRatio(1, 1)), Map.of());
            Evaluation evaluation = new Evaluation(broken, sets, Optional.of(reference), EvaluationOptions.DEFAULT);
            for (String id : List.of("forget-quality", "model-utility", "probability", "truth-ratio")) {
                assertThat(measure(id, evaluation).value()).as(id).isNull();
            }
            assertThat(measure("forget-quality", evaluation).note()).contains("not a number");
        }
    }

    private static Map<EvaluationSet, List<QuestionAnswer>> plainQuestions() {
        List<QuestionAnswer> rows = SmallModel.tofu(3).get(EvaluationSet.FORGET).stream()
                .map(row -> new QuestionAnswer(row.question(), row.answer()))
                .toList();
        return Map.of(EvaluationSet.FORGET, rows);
    }

    private static Score measure(String id, Evaluation evaluation) {
        return Benchmark.Item.of(Metrics.byId(id), Map.of()).measure(evaluation);
    }
}
