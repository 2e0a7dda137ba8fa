package org.palimpsest.engine.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Generator;
import org.palimpsest.engine.model.Sampling;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;

/** Greedy continuation of random prompts by the likeliest token, with and without a cache. */
final class Generation {
    static final int NEW_TOKENS = 200;
    static final int PROMPT = 32;

    private final DecoderModel model;
    private final int newTokens;

    Generation(DecoderModel model, int newTokens) {
        this.model = model;
        this.newTokens = newTokens;
    }

    /** As the program generates. */
    List<int[]> cached(int batch) {
        List<int[]> prompts = IntStream.range(0, batch)
                .mapToObj(row -> Specimen.ids(PROMPT, row))
                .toList();
        return new Generator(model, Sampling.GREEDY, Set.of(), newTokens).generate(prompts, new Random(0));
    }

    /** One prompt, the whole sequence going through the model again for every token; the same tokens but for rounding. */
    int[] recomputed() {
        int[] ids = Arrays.copyOf(Specimen.ids(PROMPT, 0), PROMPT + newTokens);
        try (GradientMode off = GradientMode.off()) {
            for (int length = PROMPT; length < ids.length; length++) {
                ids[length] = next(Arrays.copyOf(ids, length));
            }
        }
        return Arrays.copyOfRange(ids, PROMPT, ids.length);
    }

    private int next(int[] ids) {
        try (NDManager scope = Torch.newScope(model.device())) {
            NDArray hidden = model.hidden(scope, TokenBatch.of(List.of(ids), 0), Taps.none());
            NDArray last = hidden.get(new NDIndex(":, -1, :"));
            return Math.toIntExact(model.stepLogits(scope, last).argMax(-1).getLong(0));
        }
    }
}
