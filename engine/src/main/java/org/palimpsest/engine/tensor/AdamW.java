package org.palimpsest.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization", algorithm 2) as one fused call of libtorch over
 * all parameters. Its state can be saved and set, so that a resumed run takes the very same steps.
 */
public final class AdamW implements AutoCloseable {
    private static final TorchFunction STEP = TorchFunction.compile("""
            def forward(self: __torch__.M, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], lr: float, beta1: float, beta2: float, weight_decay: float, eps: float) -> Tensor:
              torch._foreach_add_(steps, 1)
              ops.aten._fused_adamw_(p, g, m, v, annotate(List[Tensor], []), steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=False, maximize=False)
              return p[0]
            """);

    /** β1, β2, ε and the decoupled weight decay λ. */
    public record Settings(double beta1, double beta2, double epsilon, double weightDecay) {}

    private final Settings settings;
    private final NDManager home;
    private final List<String> names;
    private final List<NDArray> parameters;
    private final List<NDArray> firstMoments = new ArrayList<>();
    private final List<NDArray> secondMoments = new ArrayList<>();
    private final List<NDArray> steps = new ArrayList<>();

    /** @param parameters what is to be optimised, by name; all on {@code device} */
    public AdamW(Map<String, NDArray> parameters, Device device, Settings settings) {
        this.settings = settings;
        this.home = Torch.newScope(device);
        this.names = List.copyOf(parameters.keySet());
        this.parameters = List.copyOf(parameters.values());
        for (NDArray parameter : this.parameters) {
            firstMoments.add(home.zeros(parameter.getShape(), DataType.FLOAT32));
            secondMoments.add(home.zeros(parameter.getShape(), DataType.FLOAT32));
            steps.add(home.zeros(new Shape(), DataType.FLOAT32));
        }
    }

    /** Updates every parameter in place from {@code gradients}, which stand in the parameters' order. */
    public void step(List<NDArray> gradients, double learningRate) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Scopes.child(home)) {
            STEP.call(
                    scope,
                    parameters,
                    gradients,
                    firstMoments,
                    secondMoments,
                    steps,
                    learningRate,
                    settings.beta1(),
                    settings.beta2(),
                    settings.weightDecay(),
                    settings.epsilon());
        }
    }

    /** The state by name: {@code m.NAME}, {@code v.NAME} and {@code t.NAME}; the arrays themselves, not copies. */
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            state.put("m." + names.get(i), firstMoments.get(i));
            state.put("v." + names.get(i), secondMoments.get(i));
            state.put("t." + names.get(i), steps.get(i));
        }
        return state;
    }

    /**
     * Copies a saved state into this optimiser.
     *
     * @throws IllegalArgumentException if an array is missing, of another shape or one too many; nothing has been changed then
     */
    public void restore(Map<String, NDArray> saved) {
        state().forEach((name, array) -> {
            NDArray value = saved.get(name);
            if (value == null || !value.getShape().equals(array.getShape())) {
                throw new IllegalArgumentException("optimiser state \"%s\" should have shape %s, but %s"
                        .formatted(name, array.getShape(), value == null ? "is missing" : "has " + value.getShape()));
            }
        });
        for (String name : saved.keySet()) {
            if (!name.matches("[mvt]\\..*") || !names.contains(name.substring(2))) {
                throw new IllegalArgumentException("the optimiser has no state \"%s\"".formatted(name));
            }
        }
        state().forEach((name, array) -> Contents.copy(saved.get(name), array));
    }

    @Override
    public void close() {
        home.close();
    }
}
