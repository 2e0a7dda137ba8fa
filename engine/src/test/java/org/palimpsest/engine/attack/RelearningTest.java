package org.palimpsest.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.evaluate.MeanProbability;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.objective.TokenLoss;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

class RelearningTest {
    private static final Map<String, Object> SHORT =
            Map.of("samples", 3, "steps", 7, "every", 3, "batch", 2, "learningRate", 0.01);

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
    void isMeasuredBeforeTheFirstAndAfterTheLastStep() {
        Attacking attack = Attacking.on(scene, "relearning", scene.now(), SHORT);
        assertThat(attack.points()).extracting(AttackStep::x).containsExactly(0.0, 3.0, 6.0, 7.0);
    }

    @Test
    void beginsWhereTheModelStands() {
        Attacking attack = Attacking.on(scene, "relearning", scene.now(), SHORT);
        assertThat(attack.curve("forget.probability")[0])
                .isCloseTo(MeanProbability.of(scene.now(), scene.forget()), within(1e-7));
    }

    @Test
    void withoutALearningRateTheCurveIsFlat() {
        Attacking attack = Attacking.on(
                scene, "relearning", scene.now(), Map.of("samples", 3, "steps", 6, "every", 2, "learningRate", 0));
        for (String value :
                new String[] {"forget.probability", "forget.seen.probability", "forget.unseen.probability"}) {
            double[] curve = attack.curve(value);
            assertThat(curve).hasSize(4).containsOnly(curve[0]);
        }
    }

    @Test
    void whatTheAttackerHoldsIsLearnt() {
        double[] seen = Attacking.on(scene, "relearning", scene.now(), SHORT).curve("forget.seen.probability");
        assertThat(seen[3]).isGreaterThan(2 * seen[0]);
    }

    @Test
    void theWholeIsMadeOfSeenAndUnseen() {
        Attacking attack = Attacking.on(scene, "relearning", scene.now(), SHORT);
        double[] seen = attack.curve("forget.seen.probability");
        double[] unseen = attack.curve("forget.unseen.probability");
        double[] whole = attack.curve("forget.probability");
        for (int i = 0; i < whole.length; i++) {
            assertThat(whole[i]).isCloseTo((3 * seen[i] + 4 * unseen[i]) / 7, within(1e-12));
        }
    }

    @Test
    void anAttackerWhoHoldsAllLeavesNothingUnseen() {
        Attacking attack =
                Attacking.on(scene, "relearning", scene.now(), Map.of("samples", 7, "steps", 1, "learningRate", 0.01));
        assertThat(attack.points().get(0).values()).doesNotContainKey("forget.unseen.probability");
        assertThat(attack.summary().get("recovery.probability.before"))
                .isEqualTo(attack.summary().get("forget.probability.before"));
    }

    @Test
    void theTargetItselfStartsAtItsEnd() {
        Attacking attack = Attacking.on(scene, "relearning", scene.target(), SHORT);
        assertThat(attack.summary().get("recovery.probability.before"))
                .isEqualTo(attack.summary().get("target.probability"));
        assertThat(attack.summary().get("steps.to80")).isZero();
        assertThat(attack.summary()).containsEntry("recovery.area", null);
    }

    @Test
    void theSummarySpeaksOfTheUnseenRows() {
        Attacking attack = Attacking.on(scene, "relearning", scene.now(), SHORT);
        double[] unseen = attack.curve("forget.unseen.probability");
        assertThat(attack.summary().get("recovery.probability.before")).isEqualTo(unseen[0]);
        assertThat(attack.summary().get("recovery.probability.after")).isEqualTo(unseen[3]);
    }

    @Test
    void theReferenceIsWhatRelearningIsComparedWith() {
        Map<String, Double> reference =
                Attacking.on(scene, "relearning", scene.reference(), SHORT).summary();
        Map<String, Double> compared =
                Attacking.on(scene, "relearning", scene.now(), SHORT, reference).summary();
        assertThat(reference).doesNotContainKeys("robustness", "relearning.time-ratio");
        assertThat(compared).containsKeys("robustness", "relearning.time-ratio");
    }

    @Test
    void theSeedDecidesEveryPoint() {
        assertThat(Attacking.on(scene, "relearning", scene.now(), SHORT))
                .isEqualTo(Attacking.on(scene, "relearning", scene.now(), SHORT));
    }

    /**
     * Two steps over the whole forget set: the first at rate 0 (warm-up), the second at the full one. Both see the same gradient g,
     * so Adam's bias-corrected moments are g and g², and every weight moves by η g / (|g| + ε).
     */
    @Test
    void theStepsAreAdamsOnTheMeanLoss() {
        double rate = 0.003;
        Attacking attack = Attacking.on(
                scene,
                "relearning",
                scene.now(),
                Map.of("samples", 7, "batch", 7, "steps", 2, "every", 1, "learningRate", rate));
        Map<String, float[]> weights = Scene.weights(scene.now());
        gradient().forEach((name, row) -> {
            for (int i = 0; i < row.length; i++) {
                weights.get(name)[i] -= (float) (rate * row[i] / (Math.abs(row[i]) + 1e-8));
            }
        });
        double[] curve = attack.curve("forget.probability");
        try (DecoderModel moved = scene.now().copy()) {
            Scene.set(moved, weights);
            assertThat(curve[1]).isEqualTo(curve[0]);
            assertThat(curve[2]).isCloseTo(MeanProbability.of(moved, scene.forget()), within(1e-4 * curve[2]));
            assertThat(curve[2]).isGreaterThan(1.1 * curve[0]);
        }
    }

    private Map<String, float[]> gradient() {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        LabelledBatch batch = LabelledBatch.of(
                scene.forget().stream().map(EncodedExample::ids).toList(),
                scene.forget().stream().map(EncodedExample::labels).toList(),
                Scene.PAD);
        try (DecoderModel copy = scene.now().copy();
                NDManager scope = Torch.newScope(copy.device());
                GradientMode recording = GradientMode.recording()) {
            copy.setTrainable(true);
            AnswerLogits answers = AnswerLogits.of(scope, copy, batch);
            Gradients.backward(TokenLoss.perToken(scope, answers.logits(), answers.labels())
                    .mean());
            copy.parameters()
                    .forEach((name, array) -> gradients.put(
                            name, Gradients.of(scope, List.of(array)).get(0).toFloatArray()));
        }
        return gradients;
    }
}
