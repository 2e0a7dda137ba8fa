package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {

    @Test
    void aGradientApartIsTheDerivative() {
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            NDArray x = scope.create(new float[] {1, 2});
            NDArray y = scope.create(new float[] {3, 5});
            x.setRequiresGradient(true);
            y.setRequiresGradient(true);
            List<NDArray> gradients = Gradients.apart(scope, x.mul(x).mul(y).sum(), List.of(x, y));
            assertThat(gradients.get(0).toFloatArray()).containsExactly(6, 20);
            assertThat(gradients.get(1).toFloatArray()).containsExactly(1, 4);
        }
    }

    @Test
    void aGradientApartLeavesWhatWasAddedUp() {
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            NDArray x = scope.create(new float[] {1, 2});
            x.setRequiresGradient(true);
            Gradients.backward(x.mul(x).sum());
            Gradients.apart(scope, x.mul(7f).sum(), List.of(x));
            assertThat(Gradients.of(scope, List.of(x)).get(0).toFloatArray()).containsExactly(2, 4);
        }
    }
}
