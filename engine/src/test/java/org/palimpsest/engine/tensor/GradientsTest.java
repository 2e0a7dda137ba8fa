package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientsTest {
    private static final TorchFunction DOT = TorchFunction.compile("""
            def forward(self: __torch__.M, x: Tensor, w: Tensor) -> Tensor:
              return torch.sum(torch.mul(x, w))
            """);

    private NDManager scope;

    @BeforeEach
    void openScope() {
        scope = Torch.newScope(Device.cpu());
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void theNormIsThatOfAllEntriesTogether() {
        List<NDArray> gradients = List.of(array(3), array(0, 4), array(0, 0, 12));
        assertThat(Gradients.norm(scope, gradients)).isCloseTo(13, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void theNormIsNotFiniteIfAnEntryIsNot(float value) {
        assertThat(Gradients.norm(scope, List.of(array(1), array(2, value)))).isNotFinite();
    }

    @Test
    void scalingIsInPlace() {
        NDArray a = array(1, -2);
        NDArray b = array(4);
        Gradients.scale(scope, List.of(a, b), -0.5);
        assertThat(a.toFloatArray()).containsExactly(-0.5f, 1);
        assertThat(b.toFloatArray()).containsExactly(-2);
    }

    @Test
    void zeroingRemovesWhatIsNotANumber() {
        NDArray a = array(Float.NaN, 1);
        NDArray b = array(Float.NEGATIVE_INFINITY);
        Gradients.zero(scope, List.of(a, b));
        assertThat(a.toFloatArray()).containsExactly(0, 0);
        assertThat(b.toFloatArray()).containsExactly(0);
    }

    @Test
    void gradientsOfSeveralPassesAddUp() {
        NDArray w = trainable(1, 1);
        try (GradientMode recording = GradientMode.recording()) {
            Gradients.backward(DOT.call(scope, array(1, 2), w).get(0));
            Gradients.backward(DOT.call(scope, array(10, 20), w).get(0));
        }
        assertThat(Gradients.of(scope, List.of(w)).get(0).toFloatArray()).containsExactly(11, 22);
    }

    @Test
    void zeroedGradientsStartFromNothing() {
        NDArray w = trainable(1, 1);
        try (GradientMode recording = GradientMode.recording()) {
            Gradients.backward(DOT.call(scope, array(Float.NaN, 2), w).get(0));
            Gradients.zero(scope, Gradients.of(scope, List.of(w)));
            Gradients.backward(DOT.call(scope, array(5, 6), w).get(0));
        }
        assertThat(Gradients.of(scope, List.of(w)).get(0).toFloatArray()).containsExactly(5, 6);
    }

    @Test
    void whatTookNoPartHasAGradientOfZero() {
        NDArray used = trainable(1, 1);
        NDArray unused = trainable(1, 1, 1);
        try (GradientMode recording = GradientMode.recording()) {
            Gradients.backward(DOT.call(scope, array(1, 2), used).get(0));
        }
        assertThat(Gradients.norm(scope, Gradients.of(scope, List.of(used, unused))))
                .isCloseTo(Math.sqrt(5), within(1e-6));
    }

    @Test
    void aScaledLossKeepsItsFactorThroughGarbageCollections() {
        NDArray w = trainable(1, 1);
        try (GradientMode recording = GradientMode.recording()) {
            List<NDArray> losses = IntStream.range(0, 200)
                    .mapToObj(i ->
                            Gradients.scaled(DOT.call(scope, array(1, 2), w).get(0), 0.5))
                    .toList();
            System.gc();
            // Whatever native memory the collector gave back is written over.
            for (int i = 0; i < 2000; i++) {
                ByteBuffer.allocateDirect(64).putFloat(0, 1e30f);
            }
            losses.forEach(Gradients::backward);
        }
        assertThat(Gradients.of(scope, List.of(w)).get(0).toFloatArray()).containsExactly(100, 200);
    }

    @Test
    void nothingIsRecordedUnlessAskedFor() {
        NDArray w = trainable(1, 1);
        NDArray y = DOT.call(scope, array(1, 2), w).get(0);
        assertThatThrownBy(() -> Gradients.backward(y)).hasMessageContaining("does not require grad");
    }

    @Test
    void aGradientApartIsTheDerivative() {
        NDArray x = trainable(1, 2);
        NDArray y = trainable(3, 5);
        try (GradientMode recording = GradientMode.recording()) {
            List<NDArray> gradients = Gradients.apart(scope, x.mul(x).mul(y).sum(), List.of(x, y));
            assertThat(gradients.get(0).toFloatArray()).containsExactly(6, 20);
            assertThat(gradients.get(1).toFloatArray()).containsExactly(1, 4);
        }
    }

    @Test
    void aGradientApartLeavesWhatWasAddedUp() {
        NDArray x = trainable(1, 2);
        try (GradientMode recording = GradientMode.recording()) {
            Gradients.backward(x.mul(x).sum());
            Gradients.apart(scope, Gradients.scaled(x.sum(), 7), List.of(x));
            assertThat(Gradients.of(scope, List.of(x)).get(0).toFloatArray()).containsExactly(2, 4);
        }
    }

    @Test
    void theModeBeforeComesBack() {
        try (GradientMode recording = GradientMode.recording()) {
            NDArray w = trainable(3);
            try (GradientMode off = GradientMode.off()) {
                DOT.call(scope, array(1), w);
            }
            Gradients.backward(DOT.call(scope, array(2), w).get(0));
            assertThat(w.getGradient().toFloatArray()).containsExactly(2);
        }
    }

    private NDArray trainable(float... values) {
        NDArray array = array(values);
        array.setRequiresGradient(true);
        return array;
    }

    private NDArray array(float... values) {
        return scope.create(values);
    }
}
