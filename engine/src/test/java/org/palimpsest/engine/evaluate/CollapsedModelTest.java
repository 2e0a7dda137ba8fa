package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.testdata.Scene;

/** A model whose logits are no numbers has no value of any metric, and the note says why. */
class CollapsedModelTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, extraction-strength",
        "NaN, exact-memorisation",
        "NaN, rouge",
        "NaN, probability",
        "NaN, truth-ratio",
        "Infinity, extraction-strength",
        "Infinity, exact-memorisation",
        "Infinity, rouge",
        "Infinity, probability",
        "Infinity, truth-ratio"
    })
    void noMetricHasAValue(float weight, String metric) {
        Score score = measure(metric, weight);
        assertThat(score.value()).isNull();
        assertThat(score.parts().values()).allMatch(part -> part == null);
        assertThat(score.note()).contains("not finite", "collapsed");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity"})
    void noTokenIsTheLikeliest(float weight) {
        breakHead(weight);
        AnswerScore score =
                new AnswerScorer(scene.now(), 4).score(scene.forget()).get(0);
        assertThat(score.predicted()).containsOnly(AnswerScore.NONE);
        assertThat(score.losses()).containsOnly(Float.NaN);
        assertThat(score.isFinite()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity"})
    void forgetQualityNamesTheModelThatHasCollapsed(float weight) {
        breakHead(weight);
        EvaluationSets sets = sets();
        Benchmark.Item quality = Benchmark.Item.of(new ForgetQualityMetric(), Map.of());
        ReferenceScores reference = ReferenceScores.measure(
                new Evaluation(scene.reference(), sets, Optional.empty(), EvaluationOptions.DEFAULT),
                new Benchmark("one", List.of(quality)),
                "key");
        Score score =
                quality.measure(new Evaluation(scene.now(), sets, Optional.of(reference), EvaluationOptions.DEFAULT));
        assertThat(score.value()).isNull();
        assertThat(score.note()).isEqualTo("a truth ratio of the model is not a number; it has collapsed");
    }

    private Score measure(String metric, float weight) {
        breakHead(weight);
        Evaluation evaluation = new Evaluation(scene.now(), sets(), Optional.empty(), EvaluationOptions.DEFAULT);
        return Benchmark.Item.of(Metrics.byId(metric), Map.of()).measure(evaluation);
    }

    private EvaluationSets sets() {
        List<QuestionAnswer> rows = scene.forgetQuestions();
        return new EvaluationSets(Map.of(EvaluationSet.FORGET, rows), scene.encoder());
    }

    /** One row of the head: its logit is the weight times states of both signs, so an infinite one comes out infinite or no number. */
    private void breakHead(float weight) {
        Map<String, float[]> weights = Scene.weights(scene.now());
        float[] head = weights.get("lm_head.weight");
        int width = scene.now().config().hiddenSize();
        Arrays.fill(head, 7 * width, 8 * width, weight);
        Scene.set(scene.now(), weights);
    }
}
