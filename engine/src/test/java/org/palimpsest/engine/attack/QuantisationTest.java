package org.palimpsest.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.evaluate.MeanProbability;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.TinyDecoder;
import org.palimpsest.engine.testdata.Scene;

class QuantisationTest {
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
    void thePointsRunFromFullPrecisionToFourBits() {
        Attacking attack = Attacking.on(scene, "quantisation", scene.now(), Map.of());
        assertThat(attack.points()).extracting(AttackStep::label).containsExactly("none", "int8", "int4", "nf4");
        assertThat(attack.points()).extracting(AttackStep::x).containsExactly(32.0, 8.0, 4.0, 4.0);
    }

    @Test
    void theFirstPointIsTheModelAsItIs() {
        AttackStep first = Attacking.on(scene, "quantisation", scene.now(), Map.of())
                .points()
                .get(0);
        assertThat(first.values().get("forget.probability"))
                .isCloseTo(MeanProbability.of(scene.now(), scene.forget()), within(1e-12));
        assertThat(first.values().get("retain.probability"))
                .isCloseTo(MeanProbability.of(scene.now(), scene.retain()), within(1e-12));
    }

    @Test
    void everyFormatIsMeasuredOnTheRoundedOriginal() {
        double[] forget = Attacking.on(scene, "quantisation", scene.now(), Map.of("int8", false, "int4", false))
                .curve("forget.probability");
        double[] afterOthers =
                Attacking.on(scene, "quantisation", scene.now(), Map.of()).curve("forget.probability");
        assertThat(forget).hasSize(2);
        assertThat(afterOthers[3]).isEqualTo(forget[1]).isNotEqualTo(forget[0]);
    }

    @Test
    void onlyTheMatricesOfTheLayersAreRounded() {
        try (RoundedModel rounded = new RoundedModel(scene.now())) {
            rounded.round(new SymmetricIntegers(4, 64));
            Map<String, float[]> before = Scene.weights(scene.now());
            Map<String, float[]> after = Scene.weights(rounded.model());
            assertThat(rounded.matrices()).hasSize(14).allMatch(name -> name.endsWith("_proj.weight"));
            before.forEach((name, row) -> {
                if (rounded.matrices().contains(name)) {
                    assertThat(after.get(name)).as(name).isNotEqualTo(row);
                } else {
                    assertThat(after.get(name)).as(name).isEqualTo(row);
                }
            });
        }
    }

    @Test
    void inputsFirstMatricesAreRoundedByOutputToo() {
        try (DecoderModel model = DecoderModel.fresh(TinyDecoder.GPT2, Device.cpu(), new Random(1));
                RoundedModel rounded = new RoundedModel(model)) {
            rounded.round(new SymmetricIntegers(8, 0));
            String name = model.downProjection(0);
            float[] before = model.parameters().get(name).toFloatArray();
            float[] after = rounded.model().parameters().get(name).toFloatArray();
            // Stored [24, 16]: the weights of output 3 are every sixteenth.
            double peak = 0;
            for (int i = 0; i < 24; i++) {
                peak = Math.max(peak, Math.abs(before[i * 16 + 3]));
            }
            for (int i = 0; i < 24; i++) {
                double code = Math.rint(before[i * 16 + 3] / (peak / 127));
                assertThat(after[i * 16 + 3]).isEqualTo((float) (code * (peak / 127)));
            }
        }
    }

    @Test
    void theTargetSharesAllCodesWithItself() {
        Attacking attack = Attacking.on(scene, "quantisation", scene.target(), Map.of());
        assertThat(attack.points().subList(1, 4))
                .allMatch(point -> point.values().get("codes.identical") == 1.0);
    }

    @Test
    void fewerBitsShareMoreCodes() {
        Attacking attack = Attacking.on(scene, "quantisation", scene.now(), Map.of());
        double int8 = attack.points().get(1).values().get("codes.identical");
        double int4 = attack.points().get(2).values().get("codes.identical");
        assertThat(int8).isStrictlyBetween(0.0, int4);
        assertThat(int4).isLessThan(1);
    }

    @Test
    void theSummarySaysWhatCameBack() {
        Attacking attack = Attacking.on(knowing(), "quantisation", scene.now(), Map.of());
        double before = attack.curve("forget.probability")[0];
        double after = attack.curve("forget.probability")[2];
        double target = MeanProbability.of(knowing().target(), scene.forget());
        Map<String, Double> summary = attack.summary();
        assertThat(target).isGreaterThan(before);
        assertThat(summary.get("target.probability")).isCloseTo(target, within(1e-12));
        assertThat(summary.get("int4.recovery")).isCloseTo((after - before) / (target - before), within(1e-9));
        assertThat(summary.get("int4.robustness")).isCloseTo(Math.min(1, before / after), within(1e-12));
    }

    @Test
    void whereNothingWasForgottenNothingCanComeBack() {
        assertThat(Attacking.on(scene, "quantisation", scene.target(), Map.of()).summary())
                .containsEntry("int4.recovery", null);
    }

    /** The scene with a target that gives the forget answers more than the attacked model does. */
    private Scene knowing() {
        return new Scene(
                scene.reference(),
                scene.reference(),
                scene.now(),
                scene.encoder(),
                scene.forgetQuestions(),
                scene.retainQuestions());
    }
}
