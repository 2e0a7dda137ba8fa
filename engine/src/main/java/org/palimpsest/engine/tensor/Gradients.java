package org.palimpsest.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/** Differentiation and what is done with its results. Gradients add up over backward passes until they are zeroed. */
public final class Gradients {
    private static final TorchFunction NORM = TorchFunction.compile("""
            def forward(self: __torch__.M, gradients: List[Tensor]) -> Tensor:
              norms = torch._foreach_norm(gradients, 2)
              return torch.linalg_vector_norm(torch.stack(norms), 2)
            """);
    private static final TorchFunction SCALE = TorchFunction.compile("""
            def forward(self: __torch__.M, gradients: List[Tensor], factor: float) -> Tensor:
              torch._foreach_mul_(gradients, factor)
              return gradients[0]
            """);
    private static final TorchFunction ZERO = TorchFunction.compile("""
            def forward(self: __torch__.M, gradients: List[Tensor]) -> Tensor:
              torch._foreach_zero_(gradients)
              return gradients[0]
            """);

    private static final TorchFunction DERIVATIVE = TorchFunction.compile("""
            def forward(self: __torch__.M, loss: Tensor, parameters: List[Tensor]) -> List[Tensor]:
              found = torch.grad([loss], parameters)
              gradients = annotate(List[Tensor], [])
              for i in range(torch.len(found)):
                one = found[i]
                gradient = unchecked_cast(Tensor, one)
                _ = torch.append(gradients, gradient)
              return gradients
            """);

    private Gradients() {}

    /** Adds d loss / d parameter to the gradient of every parameter that {@code loss}, a scalar, was computed from. */
    public static void backward(NDArray loss) {
        try (NDArray one = loss.onesLike()) {
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
        }
    }

    /**
     * {@code value} · {@code factor}, safe to differentiate. {@link NDArray#mul(Number)} is not: its factor lies in memory of the
     * Java heap's collector, which may be reused before the backward pass reads it. Here the factor lives as long as the scope of
     * {@code value}.
     */
    public static NDArray scaled(NDArray value, double factor) {
        return value.mul(value.getManager().create((float) factor));
    }

    /** The gradients of {@code parameters}, belonging to {@code scope}; they share memory with what backward passes add to. */
    public static List<NDArray> of(NDManager scope, List<NDArray> parameters) {
        List<NDArray> gradients = new ArrayList<>(parameters.size());
        for (NDArray parameter : parameters) {
            NDArray gradient = parameter.getGradient();
            gradient.attach(scope);
            gradients.add(gradient);
        }
        return gradients;
    }

    /**
     * d loss / d parameter without touching the gradients that backward passes add up; belonging to {@code scope}.
     *
     * @param loss a scalar that was recorded
     * @param parameters all of which the loss was computed from
     */
    public static List<NDArray> apart(NDManager scope, NDArray loss, List<NDArray> parameters) {
        try (GradientMode off = GradientMode.off()) {
            return DERIVATIVE.call(scope, loss, parameters);
        }
    }

    /** L2 norm of all gradients together; not finite if any entry is not. */
    public static double norm(NDManager scope, List<NDArray> gradients) {
        try (GradientMode off = GradientMode.off();
                NDArray norm = NORM.call(scope, gradients).get(0)) {
            return norm.getFloat();
        }
    }

    /** Multiplies every gradient by {@code factor}, in place. */
    public static void scale(NDManager scope, List<NDArray> gradients, double factor) {
        try (GradientMode off = GradientMode.off()) {
            SCALE.call(scope, gradients, factor).get(0).close();
        }
    }

    /** Overwrites every gradient with zeros, so that a NaN does not stay. */
    public static void zero(NDManager scope, List<NDArray> gradients) {
        try (GradientMode off = GradientMode.off()) {
            ZERO.call(scope, gradients).get(0).close();
        }
    }
}
