package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.testdata.SharedData;

/** Four hundred truth ratios a model, measured with another program. */
class SmallModelScoresTest {

    @ParameterizedTest
    @CsvSource({"base", "full", "retain90"})
    void forgetQualityOfRecordedRatios(String model) throws IOException {
        JsonNode root = root();
        JsonNode expected = root.path("forget_quality").path(model);
        ForgetQuality quality = ForgetQuality.between(ratios(root, model), ratios(root, "retain90"));
        assertThat(quality.test().statistic()).isCloseTo(expected.path("D").asDouble(), withinPercentage(1e-10));
        assertThat(quality.value()).isCloseTo(expected.path("p").asDouble(), withinPercentage(1e-8));
    }

    private static JsonNode root() throws IOException {
        return new ObjectMapper()
                .readTree(SharedData.file("tofu-tiny/expected.json").toFile());
    }

    private static double[] ratios(JsonNode root, String model) {
        JsonNode list = root.path("scores").path(model).path("forget10").path("truth_ratio");
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
