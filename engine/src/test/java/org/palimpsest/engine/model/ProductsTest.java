package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;

/** The two libraries for matrix products agree, on batches large enough that both are used. */
class ProductsTest {
    /** 5 · 49 rows, which are filled up to 256 (a multiple of 128). */
    private static final LabelledBatch RAGGED = batch(50, 31, 50, 8, 42);
    /** 4 · 64 rows, which need no filling. */
    private static final LabelledBatch WHOLE = batch(64, 64, 64, 64);
    /** Too few rows for a product that gradients can go through. */
    private static final LabelledBatch FEW = batch(9, 4);

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void logitsAgree(Architecture architecture) throws IOException {
        try (DecoderModel one = model(architecture, Products.LIBTORCH);
                DecoderModel other = model(architecture, Products.ONEDNN)) {
            for (LabelledBatch batch : List.of(RAGGED, WHOLE, FEW)) {
                assertThat(logits(other, batch)).containsExactly(logits(one, batch), within(5e-5f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void gradientsAgree(Architecture architecture) throws IOException {
        try (DecoderModel one = model(architecture, Products.LIBTORCH);
                DecoderModel other = model(architecture, Products.ONEDNN)) {
            for (LabelledBatch batch : List.of(RAGGED, WHOLE)) {
                Map<String, float[]> expected = gradients(one, batch);
                gradients(other, batch).forEach((name, found) -> {
                    float largest = 1e-3f;
                    for (float value : expected.get(name)) {
                        largest = Math.max(largest, Math.abs(value));
                    }
                    assertThat(found).as(name).containsExactly(expected.get(name), within(1e-4f * largest));
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Products.class)
    void theSameBatchGivesTheSameBits(Products products) throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA, products)) {
            Map<String, float[]> first = gradients(model, RAGGED);
            gradients(model, WHOLE);
            assertThat(gradients(model, RAGGED)).usingRecursiveComparison().isEqualTo(first);
        }
    }

    @Test
    void aGpuUsesItsOwnLibrary() {
        assertThat(Products.of(Device.gpu())).isEqualTo(Products.LIBTORCH);
    }

    private DecoderModel model(Architecture architecture, Products products) throws IOException {
        Path folder = TinyFolders.write(scratch.resolve("m"), TinyFolders.config(architecture));
        try (DecoderModel model = TinyFolders.model(folder)) {
            NDManager home = Torch.newScope(Device.cpu());
            Map<String, NDArray> weights = new LinkedHashMap<>();
            model.parameters().forEach((name, array) -> {
                NDArray copy = array.duplicate();
                copy.attach(home);
                weights.put(name, copy);
            });
            return new DecoderModel(model.config(), home, weights, products);
        }
    }

    private static float[] logits(DecoderModel model, LabelledBatch batch) {
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode off = GradientMode.off()) {
            return AnswerLogits.of(scope, model, batch).logits().toFloatArray();
        }
    }

    private static Map<String, float[]> gradients(DecoderModel model, LabelledBatch batch) {
        model.setTrainable(true);
        Map<String, float[]> gradients = new LinkedHashMap<>();
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            AnswerLogits at = AnswerLogits.of(scope, model, batch);
            NDArray own = at.logits().logSoftmax(-1).mul(at.labels().oneHot(TinyFolders.VOCABULARY));
            Gradients.backward(Gradients.scaled(own.sum(), -1.0 / at.labels().size()));
            List<NDArray> all =
                    Gradients.of(scope, List.copyOf(model.parameters().values()));
            model.parameters()
                    .keySet()
                    .forEach(name ->
                            gradients.put(name, all.get(gradients.size()).toFloatArray()));
            Gradients.zero(scope, all);
        }
        return gradients;
    }

    private static LabelledBatch batch(int... lengths) {
        List<int[]> sequences = IntStream.of(lengths)
                .mapToObj(length -> new Random(length)
                        .ints(length, 0, TinyFolders.VOCABULARY)
                        .toArray())
                .toList();
        return LabelledBatch.of(sequences, sequences, 0);
    }
}
