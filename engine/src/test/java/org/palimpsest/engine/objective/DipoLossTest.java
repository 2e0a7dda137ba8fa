package org.palimpsest.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;

/** DiPO on the first two positions of the fixture, against values worked out independently in float64. */
class DipoLossTest {
    private static final float[][] CURRENT = Arrays.copyOf(Fixture.FORGET, 2);
    private static final float[][] REFERENCE = Arrays.copyOf(Fixture.FORGET_REFERENCE, 2);

    private final NDManager scope = Torch.newScope(Device.cpu());

    @AfterEach
    void free() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, 1, 2, 0.093091, 0.647685, 12.953694",
        "HARD, 1, 2, 0.196267, 0.599821, 11.996425",
        "ADD, 2, 2, 0.050783, 0.668078, 13.361558",
        "MUL, 1, 0.5, 0.054117, 0.666455, 13.329097"
    })
    void lossAndMargin(DipoLoss.PairMode mode, int k, double a, float u, double plain, double scaled) {
        DipoLoss.Result one = run(mode, k, a, PreferenceScale.ONE, scope.create(CURRENT));
        assertThat(one.margin().toFloatArray()).containsExactly(new float[] {u}, within(1e-5f));
        assertThat((double) one.loss().getFloat()).isCloseTo(plain, within(1e-5));
        DipoLoss.Result two = run(mode, k, a, PreferenceScale.TWO_OVER_BETA, scope.create(CURRENT));
        assertThat((double) two.loss().getFloat()).isCloseTo(scaled, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, 1, 2, 0.027352, -0.018195, -0.006694, -0.002462",
        "HARD, 1, 2, 0.043900, -0.029204, -0.010744, -0.003952",
        "ADD, 2, 2, 0.012836, 0.001737, -0.010654, -0.003919",
        "MUL, 1, 0.5, 0.015727, -0.010462, -0.003849, -0.001416"
    })
    void gradientOfTheFirstPosition(DipoLoss.PairMode mode, int k, double a, float g0, float g1, float g2, float g3) {
        try (GradientMode recording = GradientMode.recording()) {
            NDArray current = scope.create(CURRENT);
            current.setRequiresGradient(true);
            Gradients.backward(run(mode, k, a, PreferenceScale.ONE, current).loss());
            float[] gradient = current.getGradient().toFloatArray();
            assertThat(Arrays.copyOf(gradient, 4)).containsExactly(new float[] {g0, g1, g2, g3}, within(1e-5f));
        }
    }

    @Test
    void lossAtTheReferenceIsLogTwo() {
        DipoLoss.Result result = run(DipoLoss.PairMode.HARD, 1, 10, PreferenceScale.ONE, scope.create(REFERENCE));
        assertThat((double) result.loss().getFloat()).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    void anUncertainPositionStaysUntouchedUnderAThreshold() {
        DipoLoss loss = new DipoLoss(new DipoLoss.Settings(
                DipoLoss.PairMode.ADD, DipoLoss.Reduction.SEQUENCE_SUM, 1, 0.99, 5, 0.1, PreferenceScale.ONE));
        NDArray reference = scope.create(REFERENCE);
        DipoLoss.Result result = loss.of(
                scope,
                scope.create(CURRENT),
                reference,
                scope.create(REFERENCE),
                scope.create(new long[] {0, 0}),
                scope.create(new float[] {2}));
        assertThat(result.margin().toFloatArray()).containsExactly(0f);
    }

    private DipoLoss.Result run(DipoLoss.PairMode mode, int k, double a, PreferenceScale scale, NDArray current) {
        DipoLoss loss = new DipoLoss(new DipoLoss.Settings(mode, DipoLoss.Reduction.SEQUENCE_SUM, k, 0, a, 0.1, scale));
        return loss.of(
                scope,
                current,
                scope.create(REFERENCE),
                scope.create(REFERENCE),
                scope.create(new long[] {0, 0}),
                scope.create(new float[] {2}));
    }
}
