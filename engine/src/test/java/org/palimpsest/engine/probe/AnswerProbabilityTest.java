package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

class AnswerProbabilityTest {
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
    void isTheMeanOfTheAnswersNormalisedProbabilities() {
        List<Observation> seen = Watching.firstLook(scene, "answer-probability", Map.of("samples", 4));
        assertThat(Watching.value(seen, "forget.probability", Subject.UNLEARNED))
                .isCloseTo(expected(scene.now(), Watching.sample(scene.forget(), 4)), within(1e-7));
        assertThat(Watching.value(seen, "retain.probability", Subject.UNLEARNED))
                .isCloseTo(expected(scene.now(), Watching.sample(scene.retain(), 4)), within(1e-7));
    }

    @Test
    void takesAllRowsWhereThereAreFewer() {
        List<Observation> seen = Watching.firstLook(scene, "answer-probability", Map.of("samples", 100));
        assertThat(Watching.value(seen, "forget.probability", Subject.TARGET))
                .isCloseTo(expected(scene.target(), scene.forget()), within(1e-7));
    }

    @Test
    void measuresTargetAndReferenceAtTheFirstLookAlone() {
        ProbeContext context = Watching.context(scene, "answer-probability", Map.of());
        try (ProbeSession session = Probes.byId("answer-probability").open(context)) {
            assertThat(session.observe(scene.now()))
                    .extracting(o -> ((Observation.Value) o).subject())
                    .containsExactly(
                            Subject.TARGET,
                            Subject.TARGET,
                            Subject.REFERENCE,
                            Subject.REFERENCE,
                            Subject.UNLEARNED,
                            Subject.UNLEARNED);
            assertThat(session.observe(scene.now()))
                    .extracting(o -> ((Observation.Value) o).subject())
                    .containsOnly(Subject.UNLEARNED);
        }
    }

    private static double expected(DecoderModel model, List<EncodedExample> examples) {
        return examples.stream()
                .mapToDouble(example -> Math.exp(-Watching.averageLoss(model, example)))
                .average()
                .orElseThrow();
    }
}
