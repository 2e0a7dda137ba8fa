package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of TOFU's forget10 for a small model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeTofuTest {
    private ReferenceScores reference;

    static Stream<String> models() {
        return Stream.of("target");
    }

    /** The model that never saw the forget set, by its name. */
    String retained() {
        return "reference";
    }

    @BeforeAll
    void measureTheReference() throws IOException {
        try (SmallModel retained = SmallModel.asRecorded(retained())) {
            reference = ReferenceScores.measure(
                    retained.evaluation(SmallModel.tofu()), Benchmarks.byId("tofu-likelihood"), retained());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNumberAgrees(String name) throws IOException {
        try (SmallModel small = SmallModel.asRecorded(name)) {
            Evaluation evaluation = small.evaluation(SmallModel.tofu(), Optional.of(reference));
            for (EvaluationSet set : EvaluationSet.values()) {
                JsonNode expected = small.expected(set);
                assertClose(mean(ProbabilityMetric.plain(evaluation, set)), expected.path("prob"));
                assertClose(mean(ProbabilityMetric.amongOptions(evaluation, set)), expected.path("prob_options"));
                Score ratio = Benchmark.Item.of(new TruthRatioMetric(), Map.of("set", set.id()))
                        .measure(evaluation);
                assertClose(ratio.parts().get("closer-to-1"), expected.path("tr_closer_to_1"));
                assertClose(ratio.parts().get("true-better"), expected.path("tr_true_better"));
                TofuScoresTest.assertAgree(
                        evaluation.truthRatios(set).stream()
                                .mapToDouble(TruthRatio::ratio)
                                .toArray(),
                        TofuScoresTest.numbers(expected.path("truth_ratio")));
            }
            Score quality = Benchmarks.byId("tofu").items().get(0).measure(evaluation);
            double distance =
                    small.expected().path("forget_quality").path(name).path("D").asDouble();
            assertThat(quality.parts().get("D")).isCloseTo(distance, within(1.0 / 400 + 1e-9));
        }
    }

    private static double mean(List<Double> values) {
        return values.stream()
                .map(Objects::requireNonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static void assertClose(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(1e-3 * expected.asDouble()));
    }
}
