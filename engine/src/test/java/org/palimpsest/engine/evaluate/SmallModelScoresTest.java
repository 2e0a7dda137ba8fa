package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;

/** Four hundred truth ratios a model, measured with another program. */
class SmallModelScoresTest {

    @ParameterizedTest
    @ValueSource(strings = {"target", "reference"})
    void forgetQualityOfRecordedRatios(String model) throws IOException {
        assertAgrees(SmallModel.expected(ShippedData.file("tofu-cut/expected.json")), model, "reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "full", "retain90"})
    @NeedsSharedData("tofu-tiny")
    void forgetQualityOfRecordedRatiosOfLargerModels(String model) throws IOException {
        assertAgrees(SmallModel.expected(SharedData.file("tofu-tiny/expected.json")), model, "retain90");
    }

    private static void assertAgrees(JsonNode root, String model, String reference) {
        JsonNode expected = root.path("forget_quality").path(model);
        ForgetQuality quality = ForgetQuality.between(ratios(root, model), ratios(root, reference));
        assertThat(quality.test().statistic()).isCloseTo(expected.path("D").asDouble(), withinPercentage(1e-10));
        assertThat(quality.value()).isCloseTo(expected.path("p").asDouble(), withinPercentage(1e-8));
    }

    private static double[] ratios(JsonNode root, String model) {
        JsonNode list = root.path("scores").path(model).path("forget10").path("truth_ratio");
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
