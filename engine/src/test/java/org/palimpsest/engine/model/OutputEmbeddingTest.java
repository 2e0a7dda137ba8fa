package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;

/** Value vectors are read with the output embedding, so it must be what turns hidden states into logits. */
class OutputEmbeddingTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void logitsAreProductsWithItUpToScaleCapAndBias(Architecture architecture) throws IOException {
        Path folder = TinyFolders.write(scratch, TinyFolders.config(architecture));
        try (DecoderModel model = TinyFolders.model(folder);
                GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(Device.cpu())) {
            int width = model.config().hiddenSize();
            Random random = new Random(2);
            float[] state = new float[width];
            for (int d = 0; d < width; d++) {
                state[d] = (float) random.nextGaussian();
            }
            NDArray embedding = model.outputEmbedding(scope);
            assertThat(embedding.getShape()).isEqualTo(new Shape(TinyFolders.VOCABULARY, width));
            float[] rows = embedding.toFloatArray();
            float[] logits = model.logits(scope, scope.create(state, new Shape(1, width)))
                    .toFloatArray();
            NDArray bias = model.parameters().get("lm_head.bias");
            Scales scales = model.config().scales();
            for (int token = 0; token < TinyFolders.VOCABULARY; token++) {
                double product = bias == null ? 0 : bias.getFloat(token);
                for (int d = 0; d < width; d++) {
                    product += (double) rows[token * width + d] * state[d];
                }
                double logit = product / scales.logitDivisor();
                double cap = scales.logitSoftcap();
                // Tens of products of numbers below 10, each rounded to 2⁻²⁴ of its size.
                assertThat((double) logits[token])
                        .isCloseTo(cap > 0 ? cap * Math.tanh(logit / cap) : logit, within(1e-4));
            }
        }
    }
}
