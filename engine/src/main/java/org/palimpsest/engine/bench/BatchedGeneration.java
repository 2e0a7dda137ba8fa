package org.palimpsest.engine.bench;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.model.DecoderModel;

/** What generating many answers together gains: tokens a second of 32 answers over those of one. */
final class BatchedGeneration implements Measurement {
    private static final int BATCH = 32;

    private final Device device;

    BatchedGeneration(Device device) {
        this.device = device;
    }

    @Override
    public String task() {
        return "generation of 1 and of 32 answers";
    }

    @Override
    public Figure take(int rounds) {
        try (DecoderModel model = Specimen.model(device)) {
            Generation generation = new Generation(model, Generation.NEW_TOKENS);
            double[] seconds = Turns.medians(rounds, () -> generation.cached(1), () -> generation.cached(BATCH));
            Map<String, Double> parts = new LinkedHashMap<>();
            parts.put("tokensPerSecondOfOne", Generation.NEW_TOKENS / seconds[0]);
            parts.put("tokensPerSecondOf32", BATCH * Generation.NEW_TOKENS / seconds[1]);
            return new Figure(
                    "batched-generation",
                    "tokens a second of 32 answers generated together over those of one",
                    BATCH * seconds[0] / seconds[1],
                    8,
                    Figure.Direction.AT_LEAST,
                    parts);
        }
    }
}
