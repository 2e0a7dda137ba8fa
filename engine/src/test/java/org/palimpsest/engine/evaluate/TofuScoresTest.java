package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TOFU on small models, question by question, against what the Python reference library measured of the same weights. */
class TofuScoresTest {
    private static final int QUESTIONS = 40;
    private static final double TOLERANCE = 1e-3;

    static Stream<String> models() {
        return Stream.of("target", "reference");
    }

    /** The model that knows everything, by its name. */
    String target() {
        return "target";
    }

    /** The one that never saw the forget set. */
    String reference() {
        return "reference";
    }

    @ParameterizedTest
    @MethodSource("models")
    void lossesOfAnswersAgree(String name) throws IOException {
        try (SmallModel small = SmallModel.asRecorded(name)) {
            Evaluation evaluation = small.evaluation(SmallModel.tofu(5));
            for (EvaluationSet set : EvaluationSet.values()) {
                assertAgree(
                        Evaluation.losses(evaluation.answers(set)),
                        numbers(small.expected(set).path("avg_loss_first5")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void truthRatiosAgree(String name) throws IOException {
        try (SmallModel small = SmallModel.asRecorded(name)) {
            Evaluation evaluation = small.evaluation(SmallModel.tofu(QUESTIONS));
            for (EvaluationSet set : EvaluationSet.values()) {
                double[] expected = numbers(small.expected(set).path("truth_ratio"));
                for (int i = 0; i < QUESTIONS; i++) {
                    double ratio = evaluation.truthRatios(set).get(i).ratio();
                    assertThat(ratio).as("%s %d", set, i).isCloseTo(expected[i], within(TOLERANCE * expected[i]));
                }
            }
        }
    }

    @Test
    void forgetQualityOfAModelFromItsFolderAgrees() throws IOException {
        try (SmallModel small = SmallModel.open(target())) {
            List<TruthRatio> recorded = new ArrayList<>();
            for (double ratio : numbers(small.expected()
                    .path("scores")
                    .path(reference())
                    .path("forget10")
                    .path("truth_ratio"))) {
                recorded.add(new TruthRatio(0, -Math.log(ratio)));
            }
            ReferenceScores reference = new ReferenceScores("recorded elsewhere", recorded, Map.of());
            Evaluation evaluation = small.evaluation(
                    Map.of(EvaluationSet.FORGET, SmallModel.tofu().get(EvaluationSet.FORGET)), Optional.of(reference));
            Score score = Benchmarks.byId("tofu").items().get(0).measure(evaluation);
            JsonNode expected = small.expected().path("forget_quality").path(target());
            assertThat(score.parts().get("D")).isCloseTo(expected.path("D").asDouble(), within(1.0 / 400 + 1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void greedyAnswersAreEqual(String name) throws IOException {
        try (SmallModel small = SmallModel.asRecorded(name)) {
            JsonNode expected = small.expected().path("greedy").path(name);
            Evaluation evaluation = small.evaluation(SmallModel.tofu(6));
            List<List<Integer>> said = new ArrayList<>();
            said.addAll(ids(evaluation, EvaluationSet.FORGET, 6));
            said.addAll(ids(evaluation, EvaluationSet.RETAIN, 4));
            said.addAll(ids(evaluation, EvaluationSet.REAL_AUTHORS, 3));
            said.addAll(ids(evaluation, EvaluationSet.WORLD_FACTS, 3));
            for (int i = 0; i < said.size(); i++) {
                List<Integer> ids = ints(expected.get(i).path("ids"));
                // The recorded answers were cut at sixty tokens and keep the token that ended them.
                boolean ended = small.tokenizer().stopIds().contains(ids.get(ids.size() - 1));
                assertThat(said.get(i)).isEqualTo(ended ? ids.subList(0, ids.size() - 1) : ids);
            }
        }
    }

    private static List<List<Integer>> ids(Evaluation evaluation, EvaluationSet set, int rows) {
        return evaluation.generated(set, 60).subList(0, rows).stream()
                .map(GeneratedAnswer::ids)
                .toList();
    }

    static void assertAgree(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        IntStream.range(0, expected.length)
                .forEach(i -> assertThat(actual[i]).isCloseTo(expected[i], within(TOLERANCE * expected[i])));
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static List<Integer> ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }
}
