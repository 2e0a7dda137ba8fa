package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.EncodedExample;

class AnswerScorerTest {
    private static SmallModel small;
    private static List<EncodedExample> examples;

    @BeforeAll
    static void open() throws IOException {
        small = SmallModel.open("reference");
        examples = new ArrayList<>();
        EvaluationSets sets = new EvaluationSets(SmallModel.tofu(20), small.encoder());
        for (EvaluationSet set : EvaluationSet.values()) {
            examples.addAll(sets.of(set).answers());
        }
    }

    @AfterAll
    static void close() {
        if (small != null) {
            small.close();
        }
    }

    @Test
    void lossesDoNotDependOnTheBatchSize() {
        List<AnswerScore> one = scorer(1).score(examples);
        for (int size : new int[] {7, 32, 80}) {
            List<AnswerScore> many = scorer(size).score(examples);
            for (int i = 0; i < one.size(); i++) {
                double expected = one.get(i).loss().sum();
                assertThat(many.get(i).loss().sum()).isCloseTo(expected, within(1e-5 * expected));
            }
        }
    }

    @Test
    void predictionsDoNotDependOnTheBatchSize() {
        assertThat(scorer(80).score(examples).stream().map(s -> Arrays.toString(s.predicted())))
                .containsExactlyElementsOf(scorer(1).score(examples).stream()
                        .map(s -> Arrays.toString(s.predicted()))
                        .toList());
    }

    @Test
    void resultsComeInTheOrderOfTheExamples() {
        List<EncodedExample> backwards = new ArrayList<>(examples);
        Collections.reverse(backwards);
        List<AnswerScore> scores = new ArrayList<>(scorer(16).score(backwards));
        Collections.reverse(scores);
        assertThat(scores).isEqualTo(scorer(16).score(examples));
    }

    @Test
    void labelsAreTheSupervisedTokens() {
        List<AnswerScore> scores = scorer(16).score(examples);
        for (int i = 0; i < examples.size(); i++) {
            int[] supervised = Arrays.stream(examples.get(i).labels())
                    .filter(label -> label != EncodedExample.IGNORED)
                    .toArray();
            assertThat(scores.get(i).labels()).isEqualTo(supervised);
        }
    }

    /** Straight from the definition, in double precision. */
    @Test
    void lossesAreNegativeLogSoftmax() {
        EncodedExample example = examples.get(3);
        AnswerScore score = scorer(16).score(examples).get(3);
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(small.model().device())) {
            LabelledBatch batch = LabelledBatch.of(List.of(example.ids()), List.of(example.labels()), 0);
            NDArray logits = AnswerLogits.of(scope, small.model(), batch).logits();
            float[] flat = logits.toFloatArray();
            int vocabulary = (int) logits.getShape().get(1);
            for (int t = 0; t < score.tokens(); t++) {
                int row = t * vocabulary;
                double right = flat[row + score.labels()[t]];
                double sum = IntStream.range(0, vocabulary)
                        .mapToDouble(v -> Math.exp(flat[row + v] - right))
                        .sum();
                assertThat((double) score.losses()[t]).isCloseTo(Math.log(sum), withinPercentage(1e-2));
            }
        }
    }

    @Test
    void anExampleWithoutSupervisedTokensIsEmpty() {
        int[] ids = examples.get(0).ids();
        int[] none = new int[ids.length];
        Arrays.fill(none, EncodedExample.IGNORED);
        List<AnswerScore> scores =
                scorer(4).score(List.of(examples.get(0), new EncodedExample(ids, none, ids.length), examples.get(1)));
        assertThat(scores).extracting(AnswerScore::isEmpty).containsExactly(false, true, false);
    }

    @Test
    void progressEndsWithAllDone() {
        List<String> heard = new ArrayList<>();
        scorer(32).score(examples, (done, total) -> heard.add(done + "/" + total));
        assertThat(heard).containsExactly("32/80", "64/80", "80/80");
    }

    @Test
    void nativeArraysAreFreed() {
        scorer(16).score(examples);
        long before = Scopes.liveArrays();
        scorer(16).score(examples);
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    @Test
    void refusesAnEmptyBatch() {
        assertThatThrownBy(() -> scorer(0)).hasMessageContaining("at least 1").hasMessageContaining("0");
    }

    private static AnswerScorer scorer(int batchSize) {
        return new AnswerScorer(small.model(), batchSize);
    }
}
