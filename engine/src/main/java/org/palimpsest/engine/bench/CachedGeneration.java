package org.palimpsest.engine.bench;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.model.DecoderModel;

/** What keeping keys and values gains: the time to generate 200 tokens of one answer without them over that with them. */
final class CachedGeneration implements Measurement {
    private final Device device;

    CachedGeneration(Device device) {
        this.device = device;
    }

    @Override
    public String task() {
        return "generation with and without cache";
    }

    @Override
    public Figure take(int rounds) {
        try (DecoderModel model = Specimen.model(device)) {
            Generation generation = new Generation(model, Generation.NEW_TOKENS);
            double[] seconds = Turns.medians(rounds, generation::recomputed, () -> generation.cached(1));
            Map<String, Double> parts = new LinkedHashMap<>();
            parts.put("recomputedTokensPerSecond", Generation.NEW_TOKENS / seconds[0]);
            parts.put("cachedTokensPerSecond", Generation.NEW_TOKENS / seconds[1]);
            return new Figure(
                    "cached-generation",
                    "time to generate 200 tokens by recomputation over that with the key-value cache",
                    seconds[0] / seconds[1],
                    5,
                    Figure.Direction.AT_LEAST,
                    parts);
        }
    }
}
