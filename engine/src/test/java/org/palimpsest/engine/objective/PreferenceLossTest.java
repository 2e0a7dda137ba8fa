package org.palimpsest.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.tensor.Torch;

/** The losses on the fixture, against values worked out independently in float64. */
class PreferenceLossTest {
    private final NDManager scope = Torch.newScope(Device.cpu());
    private final NDArray current = Fixture.sum(scope, Fixture.FORGET, Fixture.FORGET_LABELS);
    private final NDArray reference = Fixture.sum(scope, Fixture.FORGET_REFERENCE, Fixture.FORGET_LABELS);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void tokenLosses() {
        float[] nll = Fixture.nll(scope, Fixture.FORGET, Fixture.FORGET_LABELS).toFloatArray();
        assertThat(nll).containsExactly(new float[] {0.440190f, 0.193885f, 0.440190f}, within(1e-5f));
    }

    @Test
    void meanOverTokens() {
        assertValue(Fixture.nll(scope, Fixture.FORGET, Fixture.FORGET_LABELS).mean(), 0.358088);
    }

    @Test
    void sequenceSums() {
        assertValue(current, 1.074265);
        assertValue(reference, 0.446131);
        assertValue(Fixture.sum(scope, Fixture.ALTERNATE, Fixture.ALTERNATE_LABELS), 1.120335);
        assertValue(Fixture.sum(scope, Fixture.ALTERNATE_REFERENCE, Fixture.ALTERNATE_LABELS), 2.220692);
    }

    @Test
    void retainLoss() {
        assertValue(Fixture.nll(scope, Fixture.RETAIN, Fixture.RETAIN_LABELS).mean(), 0.542211);
    }

    @Test
    void divergenceFromTheReference() {
        NDArray kl =
                KlDivergence.perPosition(scope, scope.create(Fixture.RETAIN_REFERENCE), scope.create(Fixture.RETAIN));
        assertThat(kl.toFloatArray()).containsExactly(new float[] {0.030720f, 0.021812f}, within(1e-5f));
        assertValue(kl.mean(), 0.026266);
    }

    @Test
    void npo() {
        assertValue(new NpoLoss(0.1).of(scope, current, reference), 13.244672);
    }

    @Test
    void npoAtTheReferenceIsTwoOverBetaTimesLogTwo() {
        assertValue(new NpoLoss(0.1).of(scope, reference, reference.duplicate()), 13.862944);
    }

    @Test
    void npoStaysFiniteFarFromTheReference() {
        NDArray far = scope.create(new float[] {1e4f, -1e4f});
        NDArray zero = scope.zeros(far.getShape());
        assertThat(new NpoLoss(0.1).of(scope, far, zero).getFloat()).isEqualTo(10_000f);
    }

    @Test
    void simNpo() {
        NDArray counts = scope.create(new float[] {3});
        assertValue(new SimNpoLoss(4.5, 0).of(scope, current, counts), 0.080887);
        assertValue(new SimNpoLoss(4.5, 1).of(scope, current, counts), 1.307895);
        assertValue(new SimNpoLoss(3.5, 0).of(scope, current, counts), 0.143539);
    }

    @Test
    void dpo() {
        DpoLoss.Sums preferred = new DpoLoss.Sums(
                Fixture.sum(scope, Fixture.ALTERNATE, Fixture.ALTERNATE_LABELS),
                Fixture.sum(scope, Fixture.ALTERNATE_REFERENCE, Fixture.ALTERNATE_LABELS));
        DpoLoss.Sums dispreferred = new DpoLoss.Sums(current, reference);
        assertValue(new DpoLoss(0.1, PreferenceScale.TWO_OVER_BETA).of(scope, preferred, dispreferred), 12.209052);
        assertValue(new DpoLoss(0.1, PreferenceScale.ONE).of(scope, preferred, dispreferred), 0.610453);
    }

    private static void assertValue(NDArray actual, double expected) {
        assertThat((double) actual.getFloat()).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected) / 10)));
    }
}
