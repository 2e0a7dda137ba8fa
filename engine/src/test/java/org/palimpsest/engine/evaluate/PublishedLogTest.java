package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics of real 7B models, computed here from their published per-question records. */
class PublishedLogTest {

    private static final double PER_CENT = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"full", "retain90", "retain95", "retain99"})
    void modelUtilityAndItsParts(String model) throws IOException {
        JsonNode expected = PublishedLog.json("expected.json").path("models").path(model);
        ModelUtility utility = PublishedLog.of(model).utility();
        assertPart(utility.retain(), expected, "Retain");
        assertPart(utility.realAuthors(), expected, "Real Authors");
        assertPart(utility.worldFacts(), expected, "Real World");
        assertThat(utility.value()).isCloseTo(expected.path("Model Utility").asDouble(), withinPercentage(PER_CENT));
    }

    private static void assertPart(ModelUtility.Part part, JsonNode expected, String set) {
        // The published aggregates are without the constant 1e-10, which weighs most where probabilities are smallest.
        assertThat(part.truthRatio())
                .isCloseTo(expected.path("Truth Ratio " + set).asDouble(), withinPercentage(1e-3));
        assertThat(part.probability()).isCloseTo(expected.path("Prob. " + set).asDouble(), withinPercentage(PER_CENT));
        assertThat(part.rouge()).isCloseTo(expected.path("ROUGE " + set).asDouble(), withinPercentage(PER_CENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "retain90", "retain95", "retain99"})
    void forgetSet(String model) throws IOException {
        JsonNode expected = PublishedLog.json("expected.json").path("models").path(model);
        List<PublishedLog.Item> items = PublishedLog.of(model).forget();
        assertThat(PublishedLog.mean(items, i -> Math.exp(-i.answerLoss())))
                .isCloseTo(expected.path("Prob. Forget").asDouble(), withinPercentage(PER_CENT));
        assertThat(PublishedLog.mean(items, i -> RougeL.score(i.expected(), i.generated(), true)
                        .recall()))
                .isCloseTo(expected.path("ROUGE Forget").asDouble(), withinPercentage(PER_CENT));
        assertThat(PublishedLog.mean(items, i -> TruthRatio.Aggregation.CLOSER_TO_ONE.of(i.truthRatio())))
                .isCloseTo(expected.path("Truth Ratio Forget").asDouble(), withinPercentage(PER_CENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "retain95", "retain99", "retain90"})
    void forgetQualityAgainstTheRetainedModel(String model) throws IOException {
        JsonNode expected =
                PublishedLog.json("expected.json").path("forget_quality").path(model + " vs retain90");
        ForgetQuality quality = ForgetQuality.between(ratios(model), ratios("retain90"));
        assertThat(quality.test().statistic())
                .isCloseTo(expected.path("statistic").asDouble(), withinPercentage(1e-10));
        assertThat(quality.value()).isCloseTo(expected.path("p_value").asDouble(), withinPercentage(1e-8));
    }

    @Test
    void verdictTellsTheTargetFromTheReference() throws IOException {
        assertThat(ForgetQuality.between(ratios("full"), ratios("retain90")).indistinguishable())
                .isFalse();
        assertThat(ForgetQuality.between(ratios("retain90"), ratios("retain90")).indistinguishable())
                .isTrue();
    }

    @Test
    void inverseConventionGivesTheSameForgetQuality() throws IOException {
        double[] full = ratios("full").stream().mapToDouble(TruthRatio::inverse).toArray();
        double[] reference =
                ratios("retain90").stream().mapToDouble(TruthRatio::inverse).toArray();
        assertThat(ForgetQuality.between(full, reference))
                .isEqualTo(ForgetQuality.between(ratios("full"), ratios("retain90")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "retain90", "retain95", "retain99"})
    void rougeOfEveryGeneration(String model) throws IOException {
        PublishedLog log = PublishedLog.of(model);
        List<String> different = new ArrayList<>();
        Stream.of(log.retain(), log.forget(), log.realAuthors(), log.worldFacts())
                .flatMap(List::stream)
                .forEach(item -> {
                    double rougeL = RougeL.score(item.expected(), item.generated(), true)
                            .recall();
                    double rouge1 = Rouge1.score(item.expected(), item.generated(), true)
                            .recall();
                    if (Math.abs(rougeL - item.rougeLRecall()) > 1e-12
                            || Math.abs(rouge1 - item.rouge1Recall()) > 1e-12) {
                        different.add(item.generated() + " | " + item.expected() + ": " + rouge1 + ", " + rougeL
                                + " instead of " + item.rouge1Recall() + ", " + item.rougeLRecall());
                    }
                });
        assertThat(different).isEmpty();
    }

    private static List<TruthRatio> ratios(String model) throws IOException {
        return PublishedLog.of(model).forget().stream()
                .map(PublishedLog.Item::truthRatio)
                .toList();
    }
}
