package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.tensor.Torch;

class TapsTest {

    @Test
    void theInnerActivationTimesTheValueVectorsIsTheOutput() {
        try (DecoderModel model = DecoderModel.fresh(TinyDecoder.LLAMA, Device.cpu(), new Random(1));
                NDManager scope = Torch.newScope(Device.cpu())) {
            Taps taps = Taps.at(Taps.Place.MLP_INNER, Taps.Place.MLP_OUTPUT);
            model.hidden(scope, TokenBatch.of(List.of(new int[] {3, 1, 4, 1, 5}), 0), taps);
            NDArray down = model.parameters().get(model.downProjection(1)).duplicate();
            down.attach(scope);
            NDArray inner = taps.of(Taps.Place.MLP_INNER).get(1).reshape(5, 24);
            float[] written = inner.matMul(down.transpose()).toFloatArray();
            assertThat(written)
                    .containsExactly(taps.of(Taps.Place.MLP_OUTPUT).get(1).toFloatArray(), within(1e-7f));
        }
    }

    @Test
    void whatIsNotAskedForIsNotKept() {
        try (DecoderModel model = DecoderModel.fresh(TinyDecoder.LLAMA, Device.cpu(), new Random(1));
                NDManager scope = Torch.newScope(Device.cpu())) {
            Taps taps = Taps.at(Taps.Place.MLP_INNER);
            model.hidden(scope, TokenBatch.of(List.of(new int[] {3, 1}), 0), taps);
            assertThat(taps.of(Taps.Place.MLP_INPUT)).isEmpty();
        }
    }

    @Test
    void everyWeightStandsInItsPart() {
        try (DecoderModel model = DecoderModel.fresh(TinyDecoder.LLAMA, Device.cpu(), new Random(1))) {
            assertThat(model.parameters().keySet().stream().filter(name -> model.partOf(name) == ModelPart.LAYERS))
                    .allMatch(name -> model.layerOf(name) >= 0)
                    .hasSize(18);
            assertThat(model.partOf("model.embed_tokens.weight")).isEqualTo(ModelPart.EMBEDDINGS);
            assertThat(model.partOf("model.norm.weight")).isEqualTo(ModelPart.FINAL_NORM);
            assertThat(model.partOf("lm_head.weight")).isEqualTo(ModelPart.HEAD);
        }
    }
}
