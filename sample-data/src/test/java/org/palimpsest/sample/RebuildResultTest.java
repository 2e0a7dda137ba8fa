package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.sample.models.ModelScores;
import org.palimpsest.sample.models.SampleModel;
import org.palimpsest.sample.models.TrainedModel;

class RebuildResultTest {
    private static final ModelScores REBUILT = new ModelScores(Map.of("exact full", 0.75));
    private static final ModelScores SHIPPED = new ModelScores(Map.of("exact full", 0.875));

    @Test
    void jsonSaysOfEachModelWhetherItIsTheShippedOne() {
        JsonNode models = json(result(Map.of())).path("models");
        assertThat(models.at("/base/equalToShipped").asBoolean()).isTrue();
        assertThat(models.at("/target/equalToShipped").asBoolean()).isFalse();
        assertThat(models.at("/target/differingFiles/0").asText()).isEqualTo("model.safetensors");
    }

    @Test
    void jsonHoldsBothScoresWhereModelsDiffer() {
        JsonNode target = json(result(all(SHIPPED))).at("/models/target");
        assertThat(target.at("/scores/exact full").asDouble()).isEqualTo(0.75);
        assertThat(target.at("/shippedScores/exact full").asDouble()).isEqualTo(0.875);
    }

    @Test
    void textShowsBothScoresWhereModelsDiffer() {
        assertThat(result(all(SHIPPED)).text())
                .contains("shipped target", "0.7500", "0.8750")
                .contains("not the shipped one: model.safetensors");
    }

    private static JsonNode json(RebuildResult result) {
        return new JsonMapper().valueToTree(result.document());
    }

    private static RebuildResult result(Map<SampleModel, ModelScores> shipped) {
        Map<SampleModel, List<String>> differing = all(List.of());
        differing.put(SampleModel.TARGET, List.of("model.safetensors"));
        return new RebuildResult(
                Path.of("out"),
                2,
                100,
                200,
                all(new TrainedModel(1_000_000, 500, 0.01, 33)),
                all(REBUILT),
                differing,
                shipped);
    }

    private static <T> Map<SampleModel, T> all(T value) {
        Map<SampleModel, T> map = new EnumMap<>(SampleModel.class);
        for (SampleModel model : SampleModel.values()) {
            map.put(model, value);
        }
        return map;
    }
}
