package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;

/**
 * Continues prompts token by token, many at a time, keeping keys and values of what was seen. Rows of the vocabulary that no token
 * stands for are never chosen: with tokens given, the logits of all others are -infinity before the likeliest is taken or one is
 * drawn, so that a temperature, top-k and top-p work on the rest.
 */
public final class Generator {
    private final DecoderModel model;
    private final Sampling sampling;
    private final Set<Integer> stopIds;
    private final Optional<BitSet> tokens;
    private final int maximumNewTokens;

    /** Why a continuation goes no further. */
    public enum End {
        STOP_TOKEN,
        /** As many tokens as asked for. */
        LENGTH,
        /** The model's context is full. */
        CONTEXT,
        /** The model's logits were no numbers, so that no token is the next one. */
        NOT_FINITE
    }

    /**
     * What a model said.
     *
     * @param ids the new tokens, without the one that stopped them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Continuation(int[] ids, End end) {}

    /** Every row of the vocabulary is a token: for models that nobody has a tokenizer of. */
    public Generator(DecoderModel model, Sampling sampling, Set<Integer> stopIds, int maximumNewTokens) {
        this(model, sampling, stopIds, Optional.empty(), maximumNewTokens);
    }

    /**
     * Says the tokens there are.
     *
     * @param stopIds tokens that end an answer; they are not part of it
     * @param tokens the ids that may be said
     */
    public Generator(DecoderModel model, Sampling sampling, Set<Integer> stopIds, BitSet tokens, int maximumNewTokens) {
        this(model, sampling, stopIds, Optional.of(tokens), maximumNewTokens);
    }

    private Generator(
            DecoderModel model,
            Sampling sampling,
            Set<Integer> stopIds,
            Optional<BitSet> tokens,
            int maximumNewTokens) {
        this.model = model;
        this.tokens = tokens;
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
     * @throws NotFiniteException if the model's logits are not finite
     */
    public List<int[]> generate(List<int[]> prompts, RandomGenerator random) {
        List<int[]> answers = new ArrayList<>();
        for (Continuation said : continuations(prompts, random)) {
            if (said.end() == End.NOT_FINITE) {
                throw new NotFiniteException(said.ids().length);
            }
            answers.add(said.ids());
        }
        return List.copyOf(answers);
    }

    /**
     * As {@link #generate}, with the reason why each answer ends. A row whose logits are not finite ends there; those beside it go on.
     *
     * @throws IllegalArgumentException if a prompt is empty or longer than the model's context
     */
    public List<Continuation> continuations(List<int[]> prompts, RandomGenerator random) {
        prompts.forEach(this::requireFitting);
        if (prompts.isEmpty()) {
            return List.of();
        }
        List<List<Integer>> answers = new ArrayList<>();
        prompts.forEach(prompt -> answers.add(new ArrayList<>()));
        End[] ends = new End[prompts.size()];
        Arrays.fill(ends, End.LENGTH);
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device());
                KeyValueCache cache = new KeyValueCache()) {
            decode(scope, cache, prompts, answers, ends, random);
        }
        return IntStream.range(0, ends.length)
                .mapToObj(i -> new Continuation(
                        answers.get(i).stream().mapToInt(Integer::intValue).toArray(), ends[i]))
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
            End[] ends,
            RandomGenerator random) {
        NextTokens choice =
                NextTokens.of(scope, sampling, tokens, model.config().vocabularySize());
        int time = prompts.stream().mapToInt(p -> p.length).max().orElseThrow();
        int[] rows = IntStream.range(0, prompts.size()).toArray();
        int[] firstKey = prompts.stream().mapToInt(p -> time - p.length).toArray();
        int[][] next = prompts.stream().map(p -> paddedLeft(p, time)).toArray(int[][]::new);
        int seen = 0;
        for (int step = 0; step < maximumNewTokens && rows.length > 0; step++) {
            if (turnsChange(firstKey, seen)) {
                // What is in the cache was turned by the angles of shorter sequences.
                cache.clear();
                List<int[]> whole = sequences(prompts, answers, rows);
                int longest = whole.stream().mapToInt(ids -> ids.length).max().orElseThrow();
                firstKey = whole.stream().mapToInt(ids -> longest - ids.length).toArray();
                next = whole.stream().map(ids -> paddedLeft(ids, longest)).toArray(int[][]::new);
                seen = 0;
            }
            int[] chosen;
            try (NDManager pass = Scopes.child(scope)) {
                NDArray hidden = model.extend(pass, next, firstKey, seen, cache);
                seen += next[0].length;
                NDArray last = hidden.get(new NDIndex(":, -1, :"));
                chosen = choice.choose(model.stepLogits(pass, last), random);
            }
            List<Integer> alive = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                if (chosen[i] == NextTokens.NONE) {
                    ends[rows[i]] = End.NOT_FINITE;
                } else if (stopIds.contains(chosen[i])) {
                    ends[rows[i]] = End.STOP_TOKEN;
                } else {
                    answers.get(rows[i]).add(chosen[i]);
                    if (seen - firstKey[i] < model.config().contextLength()) {
                        alive.add(i);
                    } else {
                        ends[rows[i]] = End.CONTEXT;
                    }
                }
            }
            int[] keep = alive.stream().mapToInt(Integer::intValue).toArray();
            if (keep.length < rows.length && keep.length > 0) {
                cache.select(scope, keep);
            }
            rows = picked(rows, keep);
            firstKey = picked(firstKey, keep);
            next = Arrays.stream(keep).mapToObj(i -> new int[] {chosen[i]}).toArray(int[][]::new);
        }
    }

    private boolean turnsChange(int[] firstKey, int seen) {
        return seen > 0
                && Arrays.stream(firstKey).anyMatch(padding -> {
                    int length = seen - padding;
                    return model.turnsChange(length, length + 1);
                });
    }

    /** The prompts of some rows, each with what was answered so far. */
    private static List<int[]> sequences(List<int[]> prompts, List<List<Integer>> answers, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> IntStream.concat(
                                Arrays.stream(prompts.get(row)),
                                answers.get(row).stream().mapToInt(Integer::intValue))
                        .toArray())
                .toList();
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
