package org.palimpsest.engine.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.data.BatchRows;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.LoadOptions;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;

/** Losses, gradient norms and the loss after a small step, against the field's benchmark suite on eight rows of TOFU. */
class PeerLossTest {

    @ParameterizedTest
    @CsvSource({
        "ga, ga",
        "graddiff, graddiff",
        "ga-kl, gakl_real_positions",
        "npo, npo",
        "idk-dpo, idkdpo",
        "simnpo, simnpo"
    })
    void agreesWithThePeer(String id, String peer) throws IOException {
        Path data = ShippedData.folder("tofu-cut");
        assertAgrees(
                id, Map.of(), data.resolve("losses.json"), peer, data.resolve("target"), data.resolve("reference"));
    }

    /** The peer averages the divergence over padding too. */
    @Test
    void agreesWithThePeersDivergenceOverThePaddedBatch() throws IOException {
        Path data = ShippedData.folder("tofu-cut");
        Map<String, Object> padded = Map.of("klPositions", "padded");
        assertAgrees(
                "ga-kl",
                padded,
                data.resolve("losses.json"),
                "gakl",
                data.resolve("target"),
                data.resolve("reference"));
    }

    @ParameterizedTest
    @CsvSource({"ga, ga", "graddiff, graddiff", "ga-kl, gakl", "npo, npo", "idk-dpo, idkdpo", "simnpo, simnpo"})
    @NeedsSharedData("tofu-tiny")
    void agreesWithThePeerOnLargerModels(String id, String peer) throws IOException {
        Path data = SharedData.folder("tofu-tiny");
        Map<String, Object> settings = id.equals("ga-kl") ? Map.of("klPositions", "padded") : Map.of();
        assertAgrees(
                id, settings, data.resolve("peer/losses.json"), peer, data.resolve("full"), data.resolve("retain90"));
    }

    /** The peer trained the retained model and took the one that knows everything as its reference. */
    private static void assertAgrees(
            String id, Map<String, Object> settings, Path losses, String peer, Path frozen, Path trained)
            throws IOException {
        JsonNode all = new JsonMapper().readTree(losses.toFile());
        JsonNode expected = all.path("methods").path(peer);
        int[] forgetRows = ints(all.path("forget_rows"));
        BatchRows rows = new BatchRows(forgetRows, ints(all.path("retain_rows")), ints(all.path("idk_rows")));
        try (Tokenizer tokenizer = Tokenizer.open(frozen);
                DecoderModel reference = ModelFolder.load(frozen, Device.cpu());
                GradientSession session =
                        open(id, settings, tokenizer, ModelFolder.load(trained, Device.cpu()), reference)) {
            Map<String, Double> measured = session.lossOf(rows);
            assertRelative(measured.get("loss"), expected.path("loss").asDouble(), 1e-4);
            assertRelative(measured.get("forget"), expected.path("forget").asDouble(), 1e-4);
            if (measured.containsKey("retain")) {
                assertRelative(measured.get("retain"), expected.path("retain").asDouble(), 1e-4);
            }
            assertRelative(
                    measured.get("gradientNorm"), expected.path("gradient_norm").asDouble(), 1e-3);
            double after = session.lossAfterStepOfLength(rows, 0.01);
            assertRelative(
                    after,
                    expected.path("after_one_step_of_length_0_01").path("loss").asDouble(),
                    1e-3);
        }
    }

    private static GradientSession open(
            String id, Map<String, Object> settings, Tokenizer tokenizer, DecoderModel model, DecoderModel reference)
            throws IOException {
        Path tofu = ShippedData.folder("tofu");
        ExampleEncoder encoder = new ExampleEncoder(tokenizer, PromptFormat.of(tokenizer), 512);
        List<QuestionAnswer> forget =
                DataLoader.load(tofu.resolve("forget10.json")).questions();
        List<QuestionAnswer> retain =
                DataLoader.load(tofu.resolve("retain90.json")).questions();
        List<String> refusals = DataLoader.load(
                        tofu.resolve("idontknow.jsonl"), LoadOptions.DEFAULT.withUnit(LoadOptions.TextUnit.LINE))
                .texts();
        Alternates alternates = new Alternates.Refusals(
                refusals.size(),
                (row, refusal) -> encoder.encode(forget.get(row).question(), refusals.get(refusal)));
        TrainingSets sets = new TrainingSets(
                encoded(encoder, forget),
                encoded(encoder, retain),
                Optional.of(alternates),
                tokenizer.padId().orElse(0));
        UnlearningMethod method = Methods.byId(id);
        TrainingPlan plan = new TrainingPlan(
                1,
                8,
                8,
                new LearningRate(1e-5, LearningRate.Shape.CONSTANT, 0, 1),
                new AdamW.Settings(0.9, 0.999, 1e-8, 0),
                0,
                0);
        UnlearningContext context =
                new UnlearningContext(model, reference, sets, plan, Settings.of(method.card(), settings));
        return (GradientSession) method.open(context);
    }

    private static List<EncodedExample> encoded(ExampleEncoder encoder, List<QuestionAnswer> rows) {
        return rows.stream()
                .map(row -> encoder.encode(row.question(), row.answer()))
                .toList();
    }

    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.abs(expected) + 1e-9));
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .flatMapToInt(node -> IntStream.of(node.asInt()))
                .toArray();
    }
}
