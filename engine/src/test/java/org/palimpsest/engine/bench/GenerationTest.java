package org.palimpsest.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.model.DecoderModel;

/** Both ways of generating that are compared do the same work. */
class GenerationTest {

    @Test
    void withAndWithoutCacheTheTokensAreTheSame() {
        try (DecoderModel model = Specimen.model(Device.cpu())) {
            Generation generation = new Generation(model, 20);
            assertThat(generation.cached(2).get(0)).isEqualTo(generation.recomputed());
        }
    }

    @Test
    void nothingEndsAnAnswerEarly() {
        try (DecoderModel model = Specimen.model(Device.cpu())) {
            assertThat(new Generation(model, 20).cached(3)).allMatch(answer -> answer.length == 20);
        }
    }
}
