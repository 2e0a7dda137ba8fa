package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.tensor.Scopes;

class EvaluationTest {
    private static final int ROWS = 6;

    private static SmallModel small;

    @BeforeAll
    static void open() throws IOException {
        small = SmallModel.open("target");
    }

    @AfterAll
    static void close() {
        if (small != null) {
            small.close();
        }
    }

    @Test
    void metricsShareForwardPassesAndGeneratedAnswers() {
        List<String> stages = new ArrayList<>();
        Evaluation evaluation = heard(stages);
        Benchmarks.byId("tofu").measure(evaluation);
        Benchmarks.byId("tofu").measure(evaluation);
        assertThat(stages).doesNotHaveDuplicates().contains("forget: generated answers", "retain: wrong answers");
    }

    @Test
    void measuringTheForgetSetAloneLeavesTheOthersAlone() {
        List<String> stages = new ArrayList<>();
        Benchmark.Item.of(new ProbabilityMetric(), Map.of()).measure(heard(stages));
        assertThat(stages).containsExactly("forget: answers");
    }

    @Test
    void nativeArraysAreFreedAfterAnEvaluation() {
        Benchmarks.byId("tofu").measure(small.evaluation(SmallModel.tofu(ROWS)));
        long before = Scopes.liveArrays();
        Benchmarks.byId("tofu").measure(small.evaluation(SmallModel.tofu(ROWS)));
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    @Test
    void generatedAnswersDoNotDependOnTheBatchSize() {
        EvaluationSets sets = new EvaluationSets(SmallModel.tofu(ROWS), small.encoder());
        List<GeneratedAnswer> alone = generated(sets, 1);
        assertThat(generated(sets, 4)).isEqualTo(alone);
    }

    @Test
    void aSetWithoutOtherWordsIsMeasuredByItsAnswers() {
        Evaluation evaluation = small.evaluation(SmallModel.tofu(ROWS));
        assertThat(evaluation.paraphrases(EvaluationSet.WORLD_FACTS))
                .isSameAs(evaluation.answers(EvaluationSet.WORLD_FACTS));
    }

    @Test
    void thisModelSaysItsAnswersWordForWord() {
        Score rouge = Benchmark.Item.of(new RougeMetric(), Map.of())
                .measure(small.evaluation(
                        Map.of(EvaluationSet.FORGET, SmallModel.tofu(ROWS).get(EvaluationSet.FORGET))));
        assertThat(rouge.value()).isEqualTo(1);
    }

    @Test
    void aPromptLongerThanTheModelReadsIsLeftOut() {
        List<QuestionAnswer> rows = List.of(
                new QuestionAnswer("Who? ".repeat(600), "Nobody."),
                SmallModel.tofu(1).get(EvaluationSet.FORGET).get(0));
        Score rouge = Benchmark.Item.of(new RougeMetric(), Map.of())
                .measure(small.evaluation(Map.of(EvaluationSet.FORGET, rows)));
        assertThat(rouge.values()).containsExactly(null, 1.0);
        assertThat(rouge.note()).contains("1 of 2");
    }

    @Test
    void asksForNoSetThatIsNotThere() {
        Evaluation evaluation = small.evaluation(Map.of());
        assertThatThrownBy(() -> evaluation.answers(EvaluationSet.REAL_AUTHORS))
                .hasMessageContaining("there are no real authors questions");
    }

    private static List<GeneratedAnswer> generated(EvaluationSets sets, int batch) {
        EvaluationOptions options = new EvaluationOptions(16, batch, stage -> Progress.NONE);
        return new Evaluation(small.model(), sets, Optional.empty(), options).generated(EvaluationSet.RETAIN, 40);
    }

    private static Evaluation heard(List<String> stages) {
        EvaluationOptions options = EvaluationOptions.DEFAULT.withProgress(stage -> {
            stages.add(stage);
            return Progress.NONE;
        });
        EvaluationSets sets = new EvaluationSets(SmallModel.tofu(ROWS), small.encoder());
        return new Evaluation(small.model(), sets, Optional.empty(), options);
    }
}
