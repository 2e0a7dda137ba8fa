package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.testdata.Scene;

class TruthRatioProbeTest {
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
    void forgetIsNearOneWhenRightAndWrongAreEquallyLikely() {
        List<Observation> seen = Watching.firstLook(scene, "truth-ratio", Map.of("samples", 3));
        assertThat(Watching.value(seen, "forget.truth-ratio", Subject.UNLEARNED))
                .isCloseTo(expected(scene.forgetQuestions(), r -> Math.min(r, 1 / r)), within(1e-6));
    }

    @Test
    void retainIsNearOneWhenOnlyTheRightIsLikely() {
        List<Observation> seen = Watching.firstLook(scene, "truth-ratio", Map.of("samples", 3));
        assertThat(Watching.value(seen, "retain.truth-ratio", Subject.UNLEARNED))
                .isCloseTo(expected(scene.retainQuestions(), r -> Math.max(0, 1 - r)), within(1e-6));
    }

    @Test
    void staysSilentWithoutWrongAnswersAndSaysSo() {
        ProbeContext with = Watching.context(scene, "truth-ratio", Map.of());
        WatchedSets plain = new WatchedSets(
                scene.forget(), scene.retain(), List.of(new QuestionAnswer("a", "b")), List.of(), Scene.PAD);
        ProbeContext without =
                new ProbeContext(with.target(), Optional.empty(), plain, with.encoder(), List.of(), with.settings(), 0);
        try (ProbeSession session = Probes.byId("truth-ratio").open(without)) {
            assertThat(session.observe(scene.now())).isEmpty();
            assertThat(session.remarks()).hasSize(2).first().asString().contains("forget", "perturbed_answer");
        }
    }

    /** Straight from the definition, over a sample of those questions that have wrong answers. */
    private double expected(List<QuestionAnswer> questions, DoubleUnaryOperator aggregate) {
        List<QuestionAnswer> usable = questions.stream()
                .filter(row -> !row.perturbedAnswers().isEmpty())
                .toList();
        return Watching.sample(usable, 3).stream()
                .mapToDouble(row -> {
                    double right = loss(row, row.paraphrasedAnswer().orElse(row.answer()));
                    double wrong = row.perturbedAnswers().stream()
                            .mapToDouble(answer -> loss(row, answer))
                            .average()
                            .orElseThrow();
                    return aggregate.applyAsDouble(Math.exp(-wrong) / Math.exp(-right));
                })
                .average()
                .orElseThrow();
    }

    private double loss(QuestionAnswer row, String answer) {
        return Watching.averageLoss(scene.now(), scene.encoder().encode(row.question(), answer));
    }
}
