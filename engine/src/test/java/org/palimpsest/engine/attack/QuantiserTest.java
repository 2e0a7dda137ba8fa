package org.palimpsest.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.tensor.Torch;

/** A worked example: eight weights, and the same after a small update. */
class QuantiserTest {
    private static final float[] ORIGINAL = {.70f, -.33f, .12f, .05f, -.62f, .41f, -.08f, .21f};
    private static final float[] UPDATED = {.71f, -.35f, .15f, .01f, -.60f, .36f, -.02f, .25f};

    private final NDManager scope = Torch.newScope(Device.cpu());

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void int4OfTheOriginal() {
        Quantiser.Quantised q = quantise(new SymmetricIntegers(4, 64), ORIGINAL);
        assertThat(q.codes().toIntArray()).containsExactly(7, -3, 1, 1, -6, 4, -1, 2);
        assertThat(q.scales().toDoubleArray()).containsExactly(new double[] {0.1}, within(1e-7));
    }

    @Test
    void int4OfTheUpdated() {
        Quantiser.Quantised q = quantise(new SymmetricIntegers(4, 64), UPDATED);
        assertThat(q.codes().toIntArray()).containsExactly(7, -3, 1, 0, -6, 4, 0, 2);
        assertThat(q.scales().toDoubleArray()).containsExactly(new double[] {0.101429}, within(5e-7));
    }

    @Test
    void int8OfTheOriginal() {
        Quantiser.Quantised q = quantise(new SymmetricIntegers(8, 0), ORIGINAL);
        assertThat(q.codes().toIntArray()).containsExactly(127, -60, 22, 9, -112, 74, -15, 38);
        assertThat(q.scales().toDoubleArray()).containsExactly(new double[] {0.7 / 127}, within(1e-9));
    }

    @Test
    void int8OfTheUpdated() {
        Quantiser.Quantised q = quantise(new SymmetricIntegers(8, 0), UPDATED);
        assertThat(q.codes().toIntArray()).containsExactly(127, -63, 27, 2, -107, 64, -4, 45);
    }

    @Test
    void nf4OfTheOriginal() {
        Quantiser.Quantised q = quantise(new NormalFloat(64), ORIGINAL);
        assertThat(q.codes().toIntArray()).containsExactly(15, 2, 9, 8, 0, 13, 6, 11);
        assertThat(q.scales().toDoubleArray()).containsExactly(new double[] {0.7}, within(1e-7));
    }

    @Test
    void nf4OfTheUpdated() {
        Quantiser.Quantised q = quantise(new NormalFloat(64), UPDATED);
        assertThat(q.codes().toIntArray()).containsExactly(15, 2, 10, 7, 1, 13, 7, 11);
    }

    @Test
    void tiesGoToTheEvenCode() {
        Quantiser.Quantised q = quantise(new SymmetricIntegers(4, 64), 7, .5f, 1.5f, 2.5f, -.5f, -1.5f);
        assertThat(q.codes().toIntArray()).containsExactly(7, 0, 2, 2, 0, -2);
    }

    @Test
    void integersStandForCodeTimesScale() {
        Quantiser.Quantised q = quantise(new SymmetricIntegers(4, 64), 1.4f, -.45f, .25f);
        assertThat(q.values().toFloatArray()).containsExactly(new float[] {1.4f, -.4f, .2f}, within(1e-7f));
    }

    @Test
    void normalFloatsStandForLevelTimesScale() {
        Quantiser.Quantised q = quantise(new NormalFloat(64), 2, -1, .1f);
        assertThat(q.values().toFloatArray())
                .containsExactly(new float[] {2, 2 * -.52507305f, 2 * .07958030f}, within(1e-7f));
    }

    @Test
    void aGroupOfZerosStaysZero() {
        assertThat(quantise(new SymmetricIntegers(4, 2), 0, 0, 1, 1).values().toFloatArray())
                .containsExactly(0, 0, 1, 1);
        assertThat(quantise(new NormalFloat(2), 0, 0, 1, 1).values().toFloatArray())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void theLastGroupOfARowMayBeShorter() {
        Random random = new Random(1);
        float[] weights = new float[3 * 70];
        IntStream.range(0, weights.length).forEach(i -> weights[i] = (float) random.nextGaussian());
        NDArray matrix = scope.create(weights, new Shape(3, 70));
        Quantiser.Quantised q = new SymmetricIntegers(4, 64).quantise(scope, matrix);
        assertThat(q.scales().getShape()).isEqualTo(new Shape(3, 2));
        assertThat(q.codes().getShape()).isEqualTo(new Shape(3, 70));
        assertThat(q.codes().toIntArray()).containsExactly(codesByHand(weights, 70, 64));
    }

    @Test
    void aRowHasOneScaleInInt8() {
        NDArray matrix = scope.create(new float[] {1, 2, 3, 40, 5, 6}, new Shape(2, 3));
        Quantiser.Quantised q = new SymmetricIntegers(8, 0).quantise(scope, matrix);
        assertThat(q.scales().toDoubleArray()).containsExactly(3.0 / 127, 40.0 / 127);
    }

    private static int[] codesByHand(float[] weights, int width, int group) {
        int[] codes = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int row = i / width * width;
            int from = row + (i - row) / group * group;
            int to = Math.min(row + width, from + group);
            double peak = IntStream.range(from, to)
                    .mapToDouble(k -> Math.abs(weights[k]))
                    .max()
                    .orElseThrow();
            codes[i] = (int) Math.rint(weights[i] / (peak / 7));
        }
        return codes;
    }

    private Quantiser.Quantised quantise(Quantiser quantiser, float... row) {
        return quantiser.quantise(scope, scope.create(row, new Shape(1, row.length)));
    }
}
