package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ContentsTest {
    @Test
    void whatIsWrittenIntoAPartIsInTheWhole() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray whole = scope.create(new float[] {1, 2, 3, 4});
            Contents.copy(scope.create(new float[] {7, 8}), whole.get(new NDIndex("1:3")));
            assertThat(whole.toFloatArray()).containsExactly(1, 7, 8, 4);
        }
    }

    @Test
    void trainedArraysStayWhatGradientsAreWantedOf() {
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            NDArray weight = scope.create(new float[] {1, 2});
            weight.setRequiresGradient(true);
            Contents.copy(scope.create(new float[] {3, 4}), weight);
            assertThat(weight.toFloatArray()).containsExactly(3, 4);
            assertThat(weight.hasGradient()).isTrue();
        }
    }

    @Test
    void turnedSourcesKeepTheTargetsOrder() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray target = scope.zeros(new Shape(3, 2));
            Contents.copy(
                    scope.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3))
                            .transpose(),
                    target);
            assertThat(target.toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
        }
    }

    @Test
    void anotherShapeIsRefused() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            NDArray target = scope.zeros(new Shape(2));
            assertThatThrownBy(() -> Contents.copy(scope.zeros(new Shape(1)), target))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("(1")
                    .hasMessageContaining("(2");
        }
    }
}
