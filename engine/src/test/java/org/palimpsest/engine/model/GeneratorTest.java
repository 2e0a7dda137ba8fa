package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;

class GeneratorTest {
    private static final List<int[]> PROMPTS = IntStream.of(6, 1, 11, 3, 8)
            .mapToObj(length ->
                    new Random(length).ints(length, 0, TinyFolders.VOCABULARY).toArray())
            .toList();

    private static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.999, 1e-8, 0);

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void cachedGenerationIsThatOfComputingEverythingAgain(Architecture architecture) throws IOException {
        try (DecoderModel model = model(architecture)) {
            for (int[] prompt : PROMPTS) {
                assertThat(greedy(model, Set.of(), 20)
                                .generate(List.of(prompt), new Random(0))
                                .get(0))
                        .containsExactly(recomputed(model, prompt, 20));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void manyTogetherAreContinuedLikeEachAlone(Architecture architecture) throws IOException {
        try (DecoderModel model = model(architecture)) {
            assertBatchEqualsSingles(model, Set.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void rowsThatStopEarlyChangeNothingForTheOthers(Architecture architecture) throws IOException {
        try (DecoderModel model = model(architecture)) {
            List<int[]> free = greedy(model, Set.of(), 20).generate(PROMPTS, new Random(0));
            // Each row stops at a token of its own, most of them at different steps.
            Set<Integer> stops = new HashSet<>();
            for (int row = 0; row < free.size() - 1; row++) {
                stops.add(free.get(row)[3 * row + 2]);
            }
            List<int[]> stopped = assertBatchEqualsSingles(model, stops);
            assertThat(stopped.stream().mapToInt(ids -> ids.length).min().orElseThrow())
                    .isLessThan(20);
            for (int row = 0; row < stopped.size(); row++) {
                assertThat(stopped.get(row))
                        .doesNotContain(stops.stream().mapToInt(i -> i).toArray());
                int[] beginning = Arrays.copyOf(free.get(row), stopped.get(row).length);
                assertThat(stopped.get(row)).isEqualTo(beginning);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void whatWasTrainedIsWhatGenerates(Architecture architecture) throws IOException {
        try (DecoderModel model = model(architecture);
                AdamW optimiser = new AdamW(model.parameters(), model.device(), OPTIMISER)) {
            int[] before = recomputed(model, PROMPTS.get(0), 20);
            try (NDManager scope = Torch.newScope(Device.cpu())) {
                optimiser.step(
                        model.parameters().values().stream()
                                .map(weight -> drawn(scope, weight.getShape()))
                                .toList(),
                        0.2);
            }
            int[] after = recomputed(model, PROMPTS.get(0), 20);
            assertThat(after).isNotEqualTo(before);
            assertThat(greedy(model, Set.of(), 20)
                            .generate(List.of(PROMPTS.get(0)), new Random(0))
                            .get(0))
                    .containsExactly(after);
        }
    }

    @Test
    void theLastTokenIsPredictedFromAFullContext() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            int[] prompt = new int[60];
            assertThat(greedy(model, Set.of(), 100)
                            .generate(List.of(prompt), new Random(0))
                            .get(0))
                    .hasSize(5);
        }
    }

    @Test
    void aLongPromptDoesNotShortenTheAnswersOfOthers() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            List<int[]> answers = greedy(model, Set.of(), 30).generate(List.of(new int[60], new int[5]), new Random(0));
            assertThat(answers.get(0)).hasSize(5);
            assertThat(answers.get(1)).hasSize(30);
        }
    }

    @Test
    void anEmptyPromptIsRefused() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            assertThatThrownBy(() -> greedy(model, Set.of(), 3).generate(List.of(new int[0]), new Random(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a prompt must have at least one token");
        }
    }

    @Test
    void aPromptBeyondTheContextIsRefused() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            assertThatThrownBy(() -> greedy(model, Set.of(), 3).generate(List.of(new int[65]), new Random(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("65 tokens")
                    .hasMessageContaining("context of 64");
        }
    }

    @Test
    void noPromptsNoAnswers() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            assertThat(greedy(model, Set.of(), 3).generate(List.of(), new Random(0)))
                    .isEmpty();
        }
    }

    @Test
    void theSameSeedDrawsTheSameTokens() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            Generator generator = new Generator(model, new Sampling(1, 0, 1), Set.of(), 20);
            List<int[]> first = generator.generate(PROMPTS, new Random(5));
            List<int[]> second = generator.generate(PROMPTS, new Random(5));
            List<int[]> other = generator.generate(PROMPTS, new Random(6));
            assertThat(second).usingRecursiveComparison().isEqualTo(first);
            assertThat(other.get(0)).isNotEqualTo(first.get(0));
        }
    }

    @Test
    void rowsWithoutATokenAreNeverSaid() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            BitSet tokens = new BitSet();
            tokens.set(0, TinyFolders.VOCABULARY, true);
            int[] free = greedy(model, Set.of(), 20)
                    .generate(List.of(PROMPTS.get(0)), new Random(0))
                    .get(0);
            tokens.clear(free[0]);
            int[] barred = new Generator(model, Sampling.GREEDY, Set.of(), tokens, 20)
                    .generate(List.of(PROMPTS.get(0)), new Random(0))
                    .get(0);
            assertThat(barred).hasSize(20).doesNotContain(free[0]);
        }
    }

    @Test
    void aModelThatComputesNoNumbersHasNoAnswer() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            breakToken(model, 5);
            // The broken token is looked up from the second prompt alone, which ends at once; the other goes on.
            Generator generator = greedy(model, Set.of(5), 4);
            List<Generator.Continuation> said =
                    generator.continuations(List.of(new int[] {1, 2}, new int[] {1, 5}), new Random(0));
            assertThat(said).extracting(Generator.Continuation::end).last().isEqualTo(Generator.End.NOT_FINITE);
            assertThat(said.get(0).end()).isNotEqualTo(Generator.End.NOT_FINITE);
            assertThatThrownBy(() -> generator.generate(List.of(new int[] {1, 5}), new Random(0)))
                    .isInstanceOf(NotFiniteException.class)
                    .hasMessageContaining("not finite after 0 new tokens");
        }
    }

    @Test
    void everyContinuationSaysWhyItEnds() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            int[] prompt = PROMPTS.get(0);
            int[] said = greedy(model, Set.of(), 3)
                    .generate(List.of(prompt), new Random(0))
                    .get(0);
            assertThat(end(model, Set.of(), prompt, 3)).isEqualTo(Generator.End.LENGTH);
            assertThat(end(model, Set.of(said[1]), prompt, 3)).isEqualTo(Generator.End.STOP_TOKEN);
            assertThat(end(model, Set.of(), new int[60], 30)).isEqualTo(Generator.End.CONTEXT);
        }
    }

    private static Generator.End end(DecoderModel model, Set<Integer> stops, int[] prompt, int count) {
        return greedy(model, stops, count)
                .continuations(List.of(prompt), new Random(0))
                .get(0)
                .end();
    }

    /** Makes the embedding of a token no number. */
    private static void breakToken(DecoderModel model, int token) {
        String name = "model.embed_tokens.weight";
        NDArray table = model.parameters().get(name);
        int width = model.config().hiddenSize();
        float[] values = table.toFloatArray();
        Arrays.fill(values, token * width, (token + 1) * width, Float.NaN);
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            Map<String, NDArray> weights = new HashMap<>(model.parameters());
            weights.put(name, scope.create(values, table.getShape()));
            model.copyFrom(weights);
        }
    }

    @Test
    void generationLeavesNoMemoryBehind() throws IOException {
        try (DecoderModel model = model(Architecture.LLAMA)) {
            Generator generator = greedy(model, Set.of(3), 10);
            generator.generate(PROMPTS, new Random(0));
            long before = Scopes.liveArrays();
            generator.generate(PROMPTS, new Random(0));
            assertThat(Scopes.liveArrays()).isEqualTo(before);
        }
    }

    private List<int[]> assertBatchEqualsSingles(DecoderModel model, Set<Integer> stops) {
        Generator generator = greedy(model, stops, 20);
        List<int[]> together = generator.generate(PROMPTS, new Random(0));
        List<int[]> alone = new ArrayList<>();
        for (int[] prompt : PROMPTS) {
            alone.addAll(generator.generate(List.of(prompt), new Random(0)));
        }
        assertThat(together).usingRecursiveComparison().isEqualTo(alone);
        return together;
    }

    private static int[] recomputed(DecoderModel model, int[] prompt, int count) {
        int[] ids = prompt;
        for (int step = 0; step < count; step++) {
            try (NDManager scope = Torch.newScope(Device.cpu())) {
                NDArray hidden = model.hidden(scope, TokenBatch.of(List.of(ids), 0), Taps.none());
                NDArray last = hidden.get(new NDIndex(":, -1, :"));
                long next = model.logits(scope, last).argMax(-1).toLongArray()[0];
                ids = Arrays.copyOf(ids, ids.length + 1);
                ids[ids.length - 1] = (int) next;
            }
        }
        return Arrays.copyOfRange(ids, prompt.length, ids.length);
    }

    private static NDArray drawn(NDManager scope, Shape shape) {
        Random random = new Random(shape.size());
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return scope.create(values, shape);
    }

    private static Generator greedy(DecoderModel model, Set<Integer> stops, int count) {
        return new Generator(model, Sampling.GREEDY, stops, count);
    }

    private DecoderModel model(Architecture architecture) throws IOException {
        return TinyFolders.model(TinyFolders.write(scratch.resolve("m"), TinyFolders.config(architecture)));
    }
}
