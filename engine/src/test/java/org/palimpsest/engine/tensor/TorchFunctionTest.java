package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchFunctionTest {
    private static final String WEIGHTED_SUM = """
            def forward(self: __torch__.M, x: Tensor, weights: List[Tensor]) -> Tuple[Tensor, Tensor]:
              y = torch.sum(torch.mul(x, weights[0]))
              return (y, weights[1])
            """;

    @Test
    void gradientsFlowToTensorsInAList() {
        try (TorchFunction function = TorchFunction.compile(WEIGHTED_SUM);
                NDManager scope = Torch.newScope(Device.cpu());
                GradientMode recording = GradientMode.recording()) {
            NDArray x = scope.create(new float[] {1, 2, 3});
            NDArray unused = scope.zeros(new Shape(1));
            NDArray w = scope.create(new float[] {4, 5, 6});
            w.setRequiresGradient(true);
            NDArray y = function.call(scope, x, List.of(w, unused)).get(0);
            Gradients.backward(y);
            assertThat(y.getFloat()).isEqualTo(32f);
            assertThat(w.getGradient().toFloatArray()).containsExactly(1, 2, 3);
        }
    }
}
