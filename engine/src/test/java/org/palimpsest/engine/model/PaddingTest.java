package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.tensor.Torch;

class PaddingTest {
    private static final List<int[]> SEQUENCES = IntStream.of(9, 3, 14, 1)
            .mapToObj(length ->
                    new Random(length).ints(length, 0, TinyFolders.VOCABULARY).toArray())
            .toList();

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void paddingNeverChangesTheLogitsOfTruePositions(Architecture architecture) throws IOException {
        Path folder = TinyFolders.write(scratch.resolve("m"), TinyFolders.config(architecture));
        try (DecoderModel model = TinyFolders.model(folder)) {
            float[] together = logits(model, TokenBatch.of(SEQUENCES, 0));
            int time = 14;
            for (int row = 0; row < SEQUENCES.size(); row++) {
                float[] alone = logits(model, TokenBatch.of(List.of(SEQUENCES.get(row)), 0));
                int from = row * time * TinyFolders.VOCABULARY;
                assertThat(Arrays.copyOfRange(together, from, from + alone.length))
                        .containsExactly(alone, within(2e-5f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void whatPadsDoesNotMatter(Architecture architecture) throws IOException {
        Path folder = TinyFolders.write(scratch.resolve("m"), TinyFolders.config(architecture));
        try (DecoderModel model = TinyFolders.model(folder)) {
            float[] zeros = logits(model, TokenBatch.of(SEQUENCES, 0));
            float[] others = logits(model, TokenBatch.of(SEQUENCES, 17));
            for (int row = 0; row < SEQUENCES.size(); row++) {
                int from = row * 14 * TinyFolders.VOCABULARY;
                int to = from + SEQUENCES.get(row).length * TinyFolders.VOCABULARY;
                assertThat(Arrays.copyOfRange(others, from, to)).isEqualTo(Arrays.copyOfRange(zeros, from, to));
            }
        }
    }

    private static float[] logits(DecoderModel model, TokenBatch batch) {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            return model.logits(scope, model.hidden(scope, batch, Taps.none())).toFloatArray();
        }
    }
}
