package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.TokenShare;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.TinyDecoder;
import org.palimpsest.engine.testdata.Scene;

class TokenDistributionTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theDivergencesRunOverTheWholeVocabulary() {
        // The shorter of two prompts is padded, and must not notice.
        Observation.Tokens seen = look("Who?", "What is forget 4, and why?").get(0);
        double[] now = next(scene.now(), "Who?");
        assertThat(seen.klToTarget()).isCloseTo(divergence(next(scene.target(), "Who?"), now), within(1e-6));
        assertThat(seen.klToReference()).isCloseTo(divergence(next(scene.reference(), "Who?"), now), within(1e-6));
    }

    @Test
    void theTokensAreTheLikeliestOfAllModels() {
        Observation.Tokens seen = look("Who?").get(0);
        Set<Integer> expected = new TreeSet<>();
        for (DecoderModel model : List.of(scene.target(), scene.now(), scene.reference())) {
            double[] logP = next(model, "Who?");
            IntStream.range(0, logP.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(id -> -logP[id]))
                    .limit(4)
                    .forEach(expected::add);
        }
        assertThat(seen.top()).extracting(TokenShare::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyTokenHasItsProbabilityUnderEachModel() {
        TokenShare first = look("Who?").get(0).top().get(0);
        assertThat(first.text()).isEqualTo(scene.encoder().tokenizer().token(first.id()));
        assertThat(first.target()).isCloseTo(Math.exp(next(scene.target(), "Who?")[first.id()]), within(1e-7));
        assertThat(first.unlearned()).isCloseTo(Math.exp(next(scene.now(), "Who?")[first.id()]), within(1e-7));
        assertThat(first.reference()).isCloseTo(Math.exp(next(scene.reference(), "Who?")[first.id()]), within(1e-7));
    }

    @Test
    void withoutPinnedPromptsTheFirstThreeForgetQuestionsAreAsked() {
        assertThat(look())
                .extracting(Observation.Tokens::prompt)
                .containsExactly("What is forget 0?", "What is forget 1?", "What is forget 4?");
    }

    @Test
    void withoutQuestionsThePromptsOfTheForgetSetAreAsked() {
        ProbeContext with = Watching.context(scene, "token-distribution", Map.of());
        WatchedSets sets = new WatchedSets(scene.forget(), scene.retain(), List.of(), List.of(), Scene.PAD);
        ProbeContext without =
                new ProbeContext(with.target(), with.reference(), sets, with.encoder(), List.of(), with.settings(), 0);
        Observation.Tokens asked = look("What is forget 0?").get(0);
        try (ProbeSession session = Probes.byId("token-distribution").open(without)) {
            Observation.Tokens seen =
                    (Observation.Tokens) session.observe(scene.now()).get(0);
            assertThat(seen.klToTarget()).isCloseTo(asked.klToTarget(), within(1e-6));
        }
    }

    @Test
    void withoutAReferenceItsNumbersAreMissing() {
        ProbeContext with = Watching.context(scene, "token-distribution", Map.of(), "Who?");
        ProbeContext without = new ProbeContext(
                with.target(), Optional.empty(), with.sets(), with.encoder(), with.prompts(), with.settings(), 0);
        try (ProbeSession session = Probes.byId("token-distribution").open(without)) {
            Observation.Tokens seen =
                    (Observation.Tokens) session.observe(scene.now()).get(0);
            assertThat(seen.klToReference()).isNaN();
            assertThat(seen.top()).allMatch(share -> Double.isNaN(share.reference()));
        }
    }

    @Test
    void aModelWhoseLogitsAreNoNumbersNamesNoTokens() {
        Map<String, float[]> weights = Scene.weights(scene.now());
        weights.get("lm_head.weight")[0] = Float.NaN;
        Scene.set(scene.now(), weights);
        ProbeContext context = Watching.context(scene, "token-distribution", Map.of("topK", 4), "Who?");
        try (ProbeSession session = Probes.byId("token-distribution").open(context)) {
            Observation.Tokens seen =
                    (Observation.Tokens) session.observe(scene.now()).get(0);
            Set<Integer> others = new TreeSet<>();
            for (DecoderModel model : List.of(scene.target(), scene.reference())) {
                double[] logP = next(model, "Who?");
                IntStream.range(0, logP.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(id -> -logP[id]))
                        .limit(4)
                        .forEach(others::add);
            }
            assertThat(seen.top()).extracting(TokenShare::id).containsExactlyInAnyOrderElementsOf(others);
            assertThat(seen.top()).allMatch(share -> Double.isNaN(share.unlearned()));
            assertThat(seen.klToTarget()).isNaN();
            assertThat(session.remarks()).singleElement().asString().contains("not finite");
        }
    }

    /** A reference whose embedding was filled up to a round number, the filling with the largest logits of all. */
    @Test
    void rowsThatNoTextHasAreNoBarsAndOtherSizesAreComparedOverCommonRows() {
        try (DecoderModel filled = filledUp(264)) {
            ProbeContext with = Watching.context(scene, "token-distribution", Map.of("topK", 4), "Who?");
            ProbeContext context = new ProbeContext(
                    with.target(),
                    Optional.of(filled),
                    with.sets(),
                    with.encoder(),
                    with.prompts(),
                    with.settings(),
                    0);
            try (ProbeSession session = Probes.byId("token-distribution").open(context)) {
                Observation.Tokens seen =
                        (Observation.Tokens) session.observe(scene.now()).get(0);
                assertThat(seen.top()).allMatch(share -> share.id() < 259);
                double[] common = Arrays.copyOf(next(filled, "Who?"), 259);
                double share = Arrays.stream(common).map(Math::exp).sum();
                double[] scaled =
                        Arrays.stream(common).map(p -> p - Math.log(share)).toArray();
                assertThat(share).isLessThan(0.5);
                assertThat(seen.klToReference()).isCloseTo(divergence(scaled, next(scene.now(), "Who?")), within(1e-6));
                assertThat(session.remarks()).singleElement().asString().contains("259", "264", "in common");
            }
        }
    }

    private static DecoderModel filledUp(int rows) {
        DecoderModel model = DecoderModel.fresh(TinyDecoder.llama(rows, 128, false), Device.cpu(), new Random(4));
        Map<String, float[]> weights = Scene.weights(model);
        float[] head = weights.get("lm_head.weight");
        // Opposite rows: whatever the state is, one of each pair is far above all others.
        for (int i = 0; i < 16; i++) {
            head[260 * 16 + i] = 50 * (i + 1);
            head[261 * 16 + i] = -50 * (i + 1);
        }
        Scene.set(model, weights);
        return model;
    }

    private List<Observation.Tokens> look(String... prompts) {
        return Watching.firstLook(scene, "token-distribution", Map.of("topK", 4), prompts).stream()
                .map(Observation.Tokens.class::cast)
                .toList();
    }

    private double[] next(DecoderModel model, String question) {
        int[] ids = scene.encoder().encodePrompt(question);
        return Watching.logProbabilities(model, ids)[ids.length - 1];
    }

    private static double divergence(double[] logP, double[] logQ) {
        return IntStream.range(0, logP.length)
                .mapToDouble(v -> Math.exp(logP[v]) * (logP[v] - logQ[v]))
                .sum();
    }
}
