package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;

/** Continues prompts token by token, many at a time, keeping keys and values of what was seen. */
public final class Generator {
    private final DecoderModel model;
    private final Sampling sampling;
    private final Set<Integer> stopIds;
    private final int maximumNewTokens;

    /** @param stopIds tokens that end an answer; they are not part of it */
    public Generator(DecoderModel model, Sampling sampling, Set<Integer> stopIds, int maximumNewTokens) {
        this.model = model;
        this.sampling = sampling;
        this.stopIds = Set.copyOf(stopIds);
        this.maximumNewTokens = maximumNewTokens;
    }

    /**
     * Generates one answer a prompt.
     *
     * @param prompts token ids, each at least one
     * @param random used only where sampling is not greedy
     * @return the new tokens of each prompt, without the stop token; fewer than asked for where the model's context ends
     * @throws IllegalArgumentException if a prompt is empty or longer than the model's context
     */
    public List<int[]> generate(List<int[]> prompts, RandomGenerator random) {
        prompts.forEach(this::requireFitting);
        if (prompts.isEmpty()) {
            return List.of();
        }
        List<List<Integer>> answers = new ArrayList<>();
        prompts.forEach(prompt -> answers.add(new ArrayList<>()));
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device());
                KeyValueCache cache = new KeyValueCache()) {
            decode(scope, cache, prompts, answers, random);
        }
        return answers.stream()
                .map(answer -> answer.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private void requireFitting(int[] prompt) {
        if (prompt.length == 0) {
            throw new IllegalArgumentException("a prompt must have at least one token");
        }
        if (prompt.length > model.config().contextLength()) {
            throw new IllegalArgumentException(
                    "a prompt of %d tokens does not fit the model's context of %d; shorten it"
                            .formatted(prompt.length, model.config().contextLength()));
        }
    }

    private void decode(
            NDManager scope,
            KeyValueCache cache,
            List<int[]> prompts,
            List<List<Integer>> answers,
            RandomGenerator random) {
        int time = prompts.stream().mapToInt(p -> p.length).max().orElseThrow();
        int[] rows = IntStream.range(0, prompts.size()).toArray();
        int[] firstKey = prompts.stream().mapToInt(p -> time - p.length).toArray();
        int[][] next = prompts.stream().map(p -> paddedLeft(p, time)).toArray(int[][]::new);
        int seen = 0;
        for (int step = 0; step < maximumNewTokens && rows.length > 0; step++) {
            int[] tokens;
            try (NDManager pass = Scopes.child(scope)) {
                NDArray hidden = model.extend(pass, next, firstKey, seen, cache);
                seen += next[0].length;
                NDArray last = hidden.get(new NDIndex(":, -1, :"));
                tokens = choose(model.stepLogits(pass, last), random);
            }
            List<Integer> alive = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                if (!stopIds.contains(tokens[i])) {
                    answers.get(rows[i]).add(tokens[i]);
                    if (seen - firstKey[i] < model.config().contextLength()) {
                        alive.add(i);
                    }
                }
            }
            int[] keep = alive.stream().mapToInt(Integer::intValue).toArray();
            if (keep.length < rows.length && keep.length > 0) {
                cache.select(scope, keep);
            }
            rows = picked(rows, keep);
            firstKey = picked(firstKey, keep);
            next = Arrays.stream(keep).mapToObj(i -> new int[] {tokens[i]}).toArray(int[][]::new);
        }
    }

    private int[] choose(NDArray logits, RandomGenerator random) {
        if (sampling.greedy()) {
            return Arrays.stream(logits.argMax(-1).toLongArray())
                    .mapToInt(Math::toIntExact)
                    .toArray();
        }
        int vocabulary = (int) logits.getShape().get(1);
        float[] values = logits.toFloatArray();
        return IntStream.range(0, values.length / vocabulary)
                .map(row -> sampling.draw(values, row * vocabulary, vocabulary, random))
                .toArray();
    }

    private static int[] paddedLeft(int[] prompt, int time) {
        int[] padded = new int[time];
        System.arraycopy(prompt, 0, padded, time - prompt.length, prompt.length);
        return padded;
    }

    private static int[] picked(int[] values, int[] indices) {
        return Arrays.stream(indices).map(i -> values[i]).toArray();
    }
}
