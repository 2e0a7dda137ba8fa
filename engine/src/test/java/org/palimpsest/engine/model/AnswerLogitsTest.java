package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;

/** A batch of long and short rows gives what its rows give alone, though they go through the model in groups. */
class AnswerLogitsTest {
    private static final int[] LENGTHS = {60, 20, 61, 60, 22, 25, 60, 60, 24, 21, 20, 23, 25, 20, 22, 21, 24, 20};
    private static final int PROMPT = 5;

    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = TinyFolders.write(scratch.resolve("m"), TinyFolders.config(Architecture.LLAMA));
    }

    @Test
    void theRowsAreOfTwoGroups() {
        int[] needed = Arrays.stream(LENGTHS).map(length -> length - 1).toArray();
        assertThat(LengthGroups.of(needed)).hasSize(2);
    }

    @Test
    void logitsAreThoseOfTheRowsAlone() throws IOException {
        try (DecoderModel model = TinyFolders.model(folder)) {
            float[] together = logits(model, IntStream.range(0, LENGTHS.length).toArray());
            int from = 0;
            for (int row = 0; row < LENGTHS.length; row++) {
                float[] alone = logits(model, row);
                assertThat(Arrays.copyOfRange(together, from, from + alone.length))
                        .as("row %d", row)
                        .containsExactly(alone, within(2e-5f));
                from += alone.length;
            }
            assertThat(from).isEqualTo(together.length);
        }
    }

    @Test
    void gradientsAreThoseOfTheRowsAloneAddedUp() throws IOException {
        try (DecoderModel model = TinyFolders.model(folder)) {
            model.setTrainable(true);
            NDArray watched = model.parameters().get(model.downProjection(0));
            addGradient(model, IntStream.range(0, LENGTHS.length).toArray());
            float[] together = gradient(watched);
            IntStream.range(0, LENGTHS.length).forEach(row -> addGradient(model, row));
            assertThat(gradient(watched)).containsExactly(together, within(2e-3f));
        }
    }

    private static float[] logits(DecoderModel model, int... rows) {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            return AnswerLogits.of(scope, model, batch(rows)).logits().toFloatArray();
        }
    }

    private static void addGradient(DecoderModel model, int... rows) {
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            AnswerLogits at = AnswerLogits.of(scope, model, batch(rows));
            Gradients.backward(at.logits()
                    .logSoftmax(-1)
                    .mul(at.labels().oneHot(TinyFolders.VOCABULARY))
                    .sum());
        }
    }

    /** The gradient so far, which is zero again then. */
    private static float[] gradient(NDArray parameter) {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            List<NDArray> gradient = Gradients.of(scope, List.of(parameter));
            float[] values = gradient.get(0).toFloatArray();
            Gradients.zero(scope, gradient);
            return values;
        }
    }

    private static LabelledBatch batch(int... rows) {
        List<int[]> ids = Arrays.stream(rows).mapToObj(AnswerLogitsTest::ids).toList();
        List<int[]> labels = ids.stream()
                .map(row -> {
                    int[] copy = row.clone();
                    Arrays.fill(copy, 0, PROMPT, LabelledBatch.IGNORED);
                    return copy;
                })
                .toList();
        return LabelledBatch.of(ids, labels, 0);
    }

    private static int[] ids(int row) {
        return new Random(row).ints(LENGTHS[row], 0, TinyFolders.VOCABULARY).toArray();
    }
}
