package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.ShippedData;

/** Checkpoints with one thing each that real folders have: what the Python reference library computes of them, this project does too. */
class EdgeParityTest {
    private static final int PROMPT = 8;

    static Stream<Path> checkpoints() throws IOException {
        try (Stream<Path> all = Files.list(ShippedData.folder("hf-edges"))) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void logitsAgree(Path folder) throws IOException {
        JsonNode expected =
                new JsonMapper().readTree(folder.resolve("expected.json").toFile());
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            for (int row = 0; row < expected.path("input_ids").size(); row++) {
                int[] ids = ints(expected.path("input_ids").path(row));
                float[] logits = logits(model, List.of(ids));
                double worst = 0;
                int at = 0;
                for (JsonNode position : expected.path("logits").path(row)) {
                    for (JsonNode logit : position) {
                        worst = Math.max(worst, Math.abs(logits[at++] - logit.asDouble()));
                    }
                }
                assertThat(at).isEqualTo(logits.length);
                assertThat(worst).isLessThan(1e-4);
            }
        }
    }

    /** Each token that was chosen has the largest logit behind those before it, up to what rounding moves. */
    @ParameterizedTest
    @MethodSource("checkpoints")
    void greedyContinuationAgrees(Path folder) throws IOException {
        JsonNode expected =
                new JsonMapper().readTree(folder.resolve("expected.json").toFile());
        int[] all = ints(expected.path("greedy_from_first_8_of_row_0"));
        int[] prompt = Arrays.copyOf(ints(expected.path("input_ids").path(0)), PROMPT);
        int[] ids = Arrays.copyOfRange(all, all.length > PROMPT && startsWith(all, prompt) ? PROMPT : 0, all.length);
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            Generator generator = new Generator(model, Sampling.GREEDY, Set.of(), ids.length);
            assertThat(generator.generate(List.of(prompt), new Random(0)).get(0))
                    .containsExactly(ids);
        }
    }

    private static boolean startsWith(int[] all, int[] beginning) {
        return Arrays.equals(Arrays.copyOf(all, beginning.length), beginning);
    }

    static float[] logits(DecoderModel model, List<int[]> rows) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray hidden = model.hidden(scope, TokenBatch.of(rows, 0), Taps.none());
            return model.logits(scope, hidden).toFloatArray();
        }
    }

    static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
