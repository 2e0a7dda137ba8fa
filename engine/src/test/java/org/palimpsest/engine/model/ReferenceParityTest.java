package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.testdata.ShippedData;

/** What the Python reference library computes from tiny checkpoints of every architecture, this project computes too. */
class ReferenceParityTest {
    private static final TorchFunction CROSS_ENTROPY = TorchFunction.compile("""
            def forward(self: __torch__.M, logits: Tensor, labels: Tensor) -> Tensor:
              return torch.cross_entropy_loss(logits, labels)
            """);

    @TempDir
    Path scratch;

    static Stream<Path> checkpoints() throws IOException {
        Path folder = ShippedData.folder("hf-parity");
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    static Stream<Path> withHiddenStates() throws IOException {
        return listing("hidden_state_norms");
    }

    static Stream<Path> withGradients() throws IOException {
        return listing("gradient_norms");
    }

    static Stream<Path> withContinuation() throws IOException {
        return listing("greedy_from_first_8_of_row_0");
    }

    /** The checkpoints of which the reference tells this; of storage variants it tells less. */
    private static Stream<Path> listing(String key) throws IOException {
        List<Path> told = new ArrayList<>();
        for (Path folder : checkpoints().toList()) {
            if (expected(folder).has(key)) {
                told.add(folder);
            }
        }
        return told.stream();
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void logitsAgree(Path folder) throws IOException {
        assertLogits(folder, expected(folder));
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void logitsAgreeWithTheOlderConfigurationLayout(Path folder) throws IOException {
        Path copy = scratch.resolve("älter mit Leerzeichen");
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.copy(folder.resolve("config.v4.json"), copy.resolve("config.json"), StandardCopyOption.REPLACE_EXISTING);
        assertLogits(copy, expected(folder));
    }

    @ParameterizedTest
    @MethodSource("withHiddenStates")
    void hiddenStatesAgreeInNorm(Path folder) throws IOException {
        JsonNode expected = expected(folder);
        JsonNode norms = expected.path("hidden_state_norms");
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            Taps taps = Taps.at(Taps.Place.LAYER_OUTPUT);
            NDArray last = model.hidden(scope, batch(expected), taps, true);
            // Entry 0 of the reference is the embedding, its last entry is behind the final norm.
            for (int layer = 0; layer < model.config().layers(); layer++) {
                boolean isLast = layer == model.config().layers() - 1;
                NDArray states =
                        isLast ? last : taps.of(Taps.Place.LAYER_OUTPUT).get(layer);
                assertNorms(states, norms.path(layer + 1), expected.path("attention_mask"));
            }
        }
    }

    private static void assertNorms(NDArray states, JsonNode norms, JsonNode mask) {
        int width = (int) states.getShape().get(2);
        float[] values = states.toFloatArray();
        for (int position = 0; position < norms.size(); position++) {
            int time = mask.path(0).size();
            if (mask.path(position / time).path(position % time).asInt() == 1) {
                double square = 0;
                for (int d = 0; d < width; d++) {
                    square += Math.pow(values[position * width + d], 2);
                }
                assertThat(Math.sqrt(square)).isCloseTo(norms.path(position).asDouble(), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withGradients")
    void gradientNormsAgree(Path folder) throws IOException {
        JsonNode expected = expected(folder);
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            model.setTrainable(true);
            NDArray hidden = model.hidden(scope, batch(expected), Taps.none());
            NDArray logits = model.logits(scope, hidden);
            int vocabulary = model.config().vocabularySize();
            NDArray shifted = logits.get(":, :-1, :").reshape(-1, vocabulary);
            NDArray labels = scope.create(shiftedLabels(expected));
            NDArray loss = CROSS_ENTROPY.call(scope, shifted, labels).get(0);
            Gradients.backward(loss);
            assertThat((double) loss.getFloat()).isCloseTo(expected.path("loss").asDouble(), within(1e-4));
            for (Map.Entry<String, NDArray> parameter : model.parameters().entrySet()) {
                double norm = expected.path("gradient_norms")
                        .path(parameter.getKey().replace("embed_out", "lm_head"))
                        .asDouble(Double.NaN);
                List<NDArray> gradient = Gradients.of(scope, List.of(parameter.getValue()));
                assertThat(Gradients.norm(scope, gradient))
                        .as(parameter.getKey())
                        .isCloseTo(norm, within(1e-3 * norm + 1e-7));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withContinuation")
    void greedyContinuationAgrees(Path folder) throws IOException {
        JsonNode expected = expected(folder);
        int[] prompt = ints(expected.path("input_ids").path(0));
        prompt = Arrays.copyOf(prompt, 8);
        // The reference lists the prompt too.
        int[] all = ints(expected.path("greedy_from_first_8_of_row_0"));
        int[] ids = Arrays.copyOfRange(all, 8, all.length);
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            Generator generator = new Generator(model, Sampling.GREEDY, Set.of(), ids.length);
            assertThat(generator.generate(List.of(prompt), new Random(0)).get(0))
                    .containsExactly(ids);
        }
    }

    private static void assertLogits(Path folder, JsonNode expected) throws IOException {
        try (DecoderModel model = asRecorded(ModelFolder.load(folder, Device.cpu()), expected);
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray hidden = model.hidden(scope, batch(expected), Taps.none());
            float[] logits = model.logits(scope, hidden).toFloatArray();
            int vocabulary = model.config().vocabularySize();
            JsonNode mask = expected.path("attention_mask");
            double worst = 0;
            int at = 0;
            for (int b = 0; b < mask.size(); b++) {
                for (int t = 0; t < mask.path(b).size(); t++) {
                    for (int v = 0; v < vocabulary; v++, at++) {
                        if (mask.path(b).path(t).asInt() == 1) {
                            double reference = expected.path("logits")
                                    .path(b)
                                    .path(t)
                                    .path(v)
                                    .asDouble();
                            worst = Math.max(worst, Math.abs(logits[at] - reference));
                        }
                    }
                }
            }
            assertThat(worst).isLessThan(1e-4);
        }
    }

    /** The numbers of the checkpoint stored as bfloat16 were recorded of the model in memory, cast there and widened again. */
    private static DecoderModel asRecorded(DecoderModel loaded, JsonNode expected) {
        if (!expected.path("note").asText().contains("after widening")) {
            return loaded;
        }
        try (loaded) {
            return RoundedFrequencies.of(loaded);
        }
    }

    /** What the reference computed; where a folder says less (a storage variant), the rest is as for the model it stores. */
    private static JsonNode expected(Path folder) throws IOException {
        JsonMapper json = new JsonMapper();
        ObjectNode base = (ObjectNode) json.readTree(folder.resolveSibling("llama-gqa-untied")
                .resolve("expected.json")
                .toFile());
        Path own = folder.resolve("expected.json");
        if (!Files.exists(own)) {
            return base;
        }
        ObjectNode expected = (ObjectNode) json.readTree(own.toFile());
        if (!expected.has("attention_mask")) {
            ArrayNode mask = expected.putArray("attention_mask");
            expected.path("input_ids").forEach(row -> {
                ArrayNode ones = mask.addArray();
                row.forEach(id -> ones.add(1));
            });
        }
        return expected;
    }

    private static TokenBatch batch(JsonNode expected) {
        JsonNode mask = expected.path("attention_mask");
        List<int[]> sequences = StreamSupport.stream(expected.path("input_ids").spliterator(), false)
                .map(ReferenceParityTest::ints)
                .toList();
        int[][] ids = sequences.toArray(int[][]::new);
        int[] lengths = StreamSupport.stream(mask.spliterator(), false)
                .mapToInt(row -> Arrays.stream(ints(row)).sum())
                .toArray();
        return new TokenBatch(ids, lengths);
    }

    private static long[] shiftedLabels(JsonNode expected) {
        return StreamSupport.stream(expected.path("labels").spliterator(), false)
                .map(ReferenceParityTest::ints)
                .flatMapToInt(row -> Arrays.stream(row).skip(1))
                .asLongStream()
                .toArray();
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
