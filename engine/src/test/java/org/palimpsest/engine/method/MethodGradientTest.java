package org.palimpsest.engine.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.data.BatchRows;

/** The gradient of each method's loss, against differences of the loss. */
class MethodGradientTest {
    private static final int[] ALL = IntStream.range(0, TrainingScene.BATCH).toArray();

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

    /** Where a loss holds something still while it is differentiated, differences of its values are another thing. */
    static Stream<Arguments> differentiable() {
        return Stream.concat(
                Stream.of("ga", "graddiff", "npo", "simnpo", "idk-dpo", "dipo", "finetune", "retrain")
                        .map(method -> Arguments.of(method, Map.of())),
                Stream.of("ga-kl", "npo-kl").flatMap(method -> Stream.of("real", "padded")
                        .map(positions -> Arguments.of(method, Map.of("klPositions", positions)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("differentiable")
    void theLossFallsAgainstTheGradientByItsNorm(String method, Map<String, Object> settings) {
        try (GradientSession gradient = (GradientSession) scene.open(method, settings, TrainingScene.BATCH)) {
            BatchRows rows = new BatchRows(ALL, ALL, new int[TrainingScene.BATCH]);
            Map<String, Double> here = gradient.lossOf(rows);
            double norm = here.get("gradientNorm");
            // Central differences, whose error is of the second order, by a step that changes the loss by about 0.2 %.
            double length = 1e-3 * Math.max(1, Math.abs(here.get("loss"))) / norm;
            double slope =
                    (gradient.lossAfterStepOfLength(rows, length) - gradient.lossAfterStepOfLength(rows, -length))
                            / (2 * length);
            // float32 keeps the loss to 1e-7 of its terms, which is 1e-4 of what the step changes, and some of it in
            // each sum.
            assertThat(slope).isCloseTo(-norm, within(5e-3 * norm));
        }
    }
}
