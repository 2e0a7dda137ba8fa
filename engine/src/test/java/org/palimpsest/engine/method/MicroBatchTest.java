package org.palimpsest.engine.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.MethodCard;

/**
 * A batch divided into micro-batches is one objective, for every method of the catalogue and every word its settings may be. What is
 * left are roundings of float32 sums in another order, about 1e-6 of the size of what is added up.
 */
class MicroBatchTest {
    private static final double ROUNDING = 2e-5;

    @TempDir
    static Path scratch;

    private static TrainingScene scene;

    @BeforeAll
    static void prepare() throws IOException {
        scene = TrainingScene.in(scratch);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    /** Every method by its defaults, and once more for each word of each choice on its card. */
    static Stream<Arguments> everyMethod() {
        List<Arguments> all = new ArrayList<>();
        for (MethodCard card : Catalogue.methods()) {
            all.add(Arguments.of(card.id(), Map.of()));
            for (HyperParameter parameter : card.hyperParameters()) {
                for (String choice : parameter.choices()) {
                    if (!choice.equals(parameter.defaultValue())) {
                        all.add(Arguments.of(card.id(), Map.of(parameter.name(), choice)));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMethod")
    void everyDivisionOfABatchGivesTheSameTermsGradientsAndSteps(String method, Map<String, Object> settings) {
        Course whole = course(method, settings, TrainingScene.BATCH);
        // 3 leaves a smaller part behind: 3 + 3 + 2.
        for (int microBatch : List.of(4, 3, 2, 1)) {
            Course divided = course(method, settings, microBatch);
            String as = method + " " + settings + " in parts of " + microBatch;
            for (int step = 0; step < whole.terms().size(); step++) {
                assertTermsAgree(divided.terms().get(step), whole.terms().get(step), as + ", step " + (step + 1));
            }
            whole.gradient().forEach((name, expected) -> assertThat(
                            distance(divided.gradient().get(name), expected))
                    .as(as + ": " + name)
                    .isLessThan(ROUNDING * (size(expected) + 1e-3)));
        }
    }

    private static void assertTermsAgree(Map<String, Double> divided, Map<String, Double> whole, String as) {
        assertThat(divided.keySet()).as(as).isEqualTo(whole.keySet());
        // A total is a sum of terms that may cancel, so it is as exact as the largest of them.
        double largest = whole.values().stream().mapToDouble(Math::abs).max().orElseThrow();
        whole.forEach((name, expected) -> assertThat(divided.get(name))
                .as(as + ": " + name)
                .isCloseTo(expected, within(ROUNDING * (name.equals("loss") ? largest : Math.abs(expected)) + 1e-6)));
    }

    /**
     * What a session did.
     *
     * @param terms of each step, with the norm of the gradient
     * @param gradient a tenth of the first step's: the optimiser's first moment behind it
     */
    private record Course(List<Map<String, Double>> terms, Map<String, float[]> gradient) {}

    private static Course course(String method, Map<String, Object> settings, int microBatch) {
        List<Map<String, Double>> terms = new ArrayList<>();
        Map<String, float[]> gradient = new LinkedHashMap<>();
        try (UnlearningSession session = scene.open(method, settings, microBatch)) {
            while (!session.done()) {
                StepReport report = session.advance();
                Map<String, Double> all = new LinkedHashMap<>(report.terms());
                all.put("gradientNorm", report.gradientNorm());
                all.put("tokens", (double) report.tokens());
                terms.add(all);
                if (report.step() == 1) {
                    session.state().optimiser().forEach((name, array) -> {
                        if (name.startsWith("m.")) {
                            gradient.put(name, array.toFloatArray());
                        }
                    });
                }
            }
        }
        return new Course(terms, gradient);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double size(float[] a) {
        return distance(a, new float[a.length]);
    }
}
