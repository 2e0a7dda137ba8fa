package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.testdata.ShippedData;

/**
 * Tiny checkpoints of every architecture whose configurations state, leave out or vary one key each: what the Python reference
 * library computes of them, this project does too.
 */
class KeyParityTest {
    private static final int PROMPT = 8;
    private static final int PADDED_LENGTH = 20;

    /** Refused by name: a decoder that sees what comes after a position, and heads of one dimension, which cannot be turned. */
    private static final Set<String> REFUSED = Set.of("gemma3-bidirectional", "qwen2-no-kv-heads");

    /** Refused by the reference library, which misses a key inside the settings that it has read beside them. */
    private static final Set<String> READ_ALL_THE_SAME = Set.of("phi3-su");

    /** Rotations that follow the length of a sequence: that of the batch there, that of the row here. */
    private static final Set<String> BY_LENGTH = Set.of("llama-dynamic", "phi3-longrope-short");

    @TempDir
    Path scratch;

    static Stream<Path> checkpoints() throws IOException {
        return all().filter(folder -> !expected(folder).has("error") && !REFUSED.contains(name(folder)));
    }

    static Stream<Path> refused() throws IOException {
        return all().filter(folder -> expected(folder).has("error") || REFUSED.contains(name(folder)))
                .filter(folder -> !READ_ALL_THE_SAME.contains(name(folder)));
    }

    private static Stream<Path> all() throws IOException {
        try (Stream<Path> all = Files.list(ShippedData.folder("hf-keys"))) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void logitsAgree(Path folder) throws IOException {
        JsonNode expected = expected(folder);
        try (DecoderModel model = model(folder)) {
            for (int row = 0; row < expected.path("input_ids").size(); row++) {
                int[] ids = EdgeParityTest.ints(expected.path("input_ids").path(row));
                float[] logits = EdgeParityTest.logits(model, List.of(ids));
                double worst = 0;
                for (int i = 0; i < expected.path("logits_positions").size(); i++) {
                    int position = expected.path("logits_positions").path(i).asInt();
                    worst = Math.max(
                            worst, worst(expected.path("logits").path(row).path(i), logits, position));
                }
                assertThat(worst).isLessThan(1e-4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void aPaddedRowsLogitsAgree(Path folder) throws IOException {
        JsonNode expected = expected(folder);
        try (DecoderModel model = model(folder)) {
            int[] first = EdgeParityTest.ints(expected.path("input_ids").path(0));
            int[] second =
                    Arrays.copyOf(EdgeParityTest.ints(expected.path("input_ids").path(1)), PADDED_LENGTH);
            float[] logits = EdgeParityTest.logits(model, List.of(first, second));
            int last = first.length + PADDED_LENGTH - 1;
            if (BY_LENGTH.contains(name(folder))) {
                float[] alone = EdgeParityTest.logits(model, List.of(second));
                int vocabulary = model.config().vocabularySize();
                double worst = 0;
                for (int v = 0; v < vocabulary; v++) {
                    double difference = logits[last * vocabulary + v] - alone[(PADDED_LENGTH - 1) * vocabulary + v];
                    worst = Math.max(worst, Math.abs(difference));
                }
                assertThat(worst).isLessThan(1e-4);
            } else {
                assertThat(worst(expected.path("padded_row_1_last"), logits, last))
                        .isLessThan(1e-4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void greedyContinuationAgrees(Path folder) throws IOException {
        JsonNode expected = expected(folder);
        int[] prompt =
                Arrays.copyOf(EdgeParityTest.ints(expected.path("input_ids").path(0)), PROMPT);
        int[] ids = EdgeParityTest.ints(expected.path("greedy_from_first_8"));
        try (DecoderModel model = model(folder)) {
            Generator generator = new Generator(model, Sampling.GREEDY, Set.of(), ids.length);
            assertThat(generator.generate(List.of(prompt), new Random(0)).get(0))
                    .containsExactly(ids);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeReadRightlyIsRefused(Path folder) {
        assertThatThrownBy(() -> ModelFolder.config(folder)).isInstanceOf(ModelException.class);
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static double worst(JsonNode expected, float[] logits, int position) {
        double worst = 0;
        for (int v = 0; v < expected.size(); v++) {
            double difference =
                    logits[position * expected.size() + v] - expected.path(v).asDouble();
            worst = Math.max(worst, Math.abs(difference));
        }
        return worst;
    }

    private DecoderModel model(Path folder) throws IOException {
        Path copy = Files.createDirectories(scratch.resolve(folder.getFileName()));
        Files.copy(folder.resolve("config.json"), copy.resolve("config.json"));
        SeededWeights.write(expected(folder), copy);
        return ModelFolder.load(copy, Device.cpu());
    }

    private static JsonNode expected(Path folder) {
        try {
            return new JsonMapper().readTree(Files.readString(folder.resolve("expected.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
