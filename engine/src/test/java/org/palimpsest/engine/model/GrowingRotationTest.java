package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;

/** Rotations that follow the length of a sequence: they are those of the whole sequence, of this one alone, however it is computed. */
class GrowingRotationTest {
    private static final String DYNAMIC = "{\"rope_type\": \"dynamic\", \"factor\": 4}";
    private static final String LONG = "{\"rope_type\": \"longrope\", \"original_max_position_embeddings\": 12,"
            + " \"short_factor\": [1, 1.5, 2], \"long_factor\": [2, 5, 9]}";
    private static final List<int[]> PROMPTS = IntStream.of(6, 10, 17, 3)
            .mapToObj(length ->
                    new Random(length).ints(length, 0, TinyFolders.VOCABULARY).toArray())
            .toList();

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {DYNAMIC, LONG})
    void cachedGenerationIsThatOfComputingEverythingAgain(String scaling) throws IOException {
        try (DecoderModel model = model(scaling)) {
            for (int[] prompt : PROMPTS) {
                assertThat(greedy(model, List.of(prompt)).get(0)).containsExactly(recomputed(model, prompt));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DYNAMIC, LONG})
    void manyTogetherAreContinuedLikeEachAlone(String scaling) throws IOException {
        try (DecoderModel model = model(scaling)) {
            List<int[]> together = greedy(model, PROMPTS);
            for (int i = 0; i < PROMPTS.size(); i++) {
                assertThat(together.get(i))
                        .containsExactly(greedy(model, List.of(PROMPTS.get(i))).get(0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DYNAMIC, LONG})
    void aRowIsTurnedByItsOwnLengthAndNotByThatOfTheBatch(String scaling) throws IOException {
        try (DecoderModel model = model(scaling)) {
            float[] together = EdgeParityTest.logits(model, PROMPTS);
            int longest = PROMPTS.stream().mapToInt(row -> row.length).max().orElseThrow();
            for (int row = 0; row < PROMPTS.size(); row++) {
                float[] alone = EdgeParityTest.logits(model, List.of(PROMPTS.get(row)));
                int from = row * longest * TinyFolders.VOCABULARY;
                assertClose(Arrays.copyOfRange(together, from, from + alone.length), alone);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DYNAMIC, LONG})
    void aRowOfWhichOnlyTheBeginningIsAskedForIsTurnedByItsWholeLength(String scaling) throws IOException {
        int[] ids = PROMPTS.get(2);
        int[] labels = ids.clone();
        Arrays.fill(labels, 5, labels.length, LabelledBatch.IGNORED);
        try (DecoderModel model = model(scaling);
                GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(Device.cpu())) {
            LabelledBatch batch = LabelledBatch.of(List.of(ids), List.of(labels), 0);
            float[] asked = AnswerLogits.of(scope, model, batch).logits().toFloatArray();
            float[] whole = EdgeParityTest.logits(model, List.of(ids));
            assertClose(asked, Arrays.copyOf(whole, asked.length));
        }
    }

    /** Sums of some hundred products of numbers about 1, each rounded to 2⁻²⁴: 1e-4 is far above them, and far below what other angles do. */
    private static void assertClose(float[] found, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    private DecoderModel model(String scaling) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.set("rope_scaling", new JsonMapper().readTree(scaling));
        config.put("max_position_embeddings", scaling.equals(DYNAMIC) ? 12 : 64);
        return TinyFolders.model(TinyFolders.write(scratch, config));
    }

    private static List<int[]> greedy(DecoderModel model, List<int[]> prompts) {
        return new Generator(model, Sampling.GREEDY, Set.of(), 16).generate(prompts, new Random(0));
    }

    private static int[] recomputed(DecoderModel model, int[] prompt) {
        List<Integer> ids = new ArrayList<>(Arrays.stream(prompt).boxed().toList());
        for (int i = 0; i < 16; i++) {
            int[] now = ids.stream().mapToInt(Integer::intValue).toArray();
            float[] logits = EdgeParityTest.logits(model, List.of(now));
            int from = logits.length - TinyFolders.VOCABULARY;
            ids.add(IntStream.range(0, TinyFolders.VOCABULARY)
                    .reduce((a, b) -> logits[from + b] > logits[from + a] ? b : a)
                    .orElseThrow());
        }
        return ids.stream().skip(prompt.length).mapToInt(Integer::intValue).toArray();
    }
}
