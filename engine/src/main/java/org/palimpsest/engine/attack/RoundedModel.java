package org.palimpsest.engine.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelPart;
import org.palimpsest.engine.tensor.Contents;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/** A copy of a model whose layers' matrices can be replaced by rounded ones, time and again from the original. */
final class RoundedModel implements AutoCloseable {
    private static final TorchSource SOURCE = TorchSource.of(RoundedModel.class, "quantise.torch");
    private static final TorchFunction TRANSPOSE = SOURCE.function("transpose", Map.of());
    private static final TorchFunction EQUAL = SOURCE.function("equal", Map.of());

    private final DecoderModel original;
    private final DecoderModel copy;
    private final List<String> matrices;

    RoundedModel(DecoderModel original) {
        this.original = original;
        this.copy = original.copy();
        this.matrices = original.parameters().keySet().stream()
                .filter(name -> original.partOf(name) == ModelPart.LAYERS)
                .filter(name -> original.parameters().get(name).getShape().dimension() == 2)
                .toList();
    }

    /** The copy as it was last rounded; the original's weights before. */
    DecoderModel model() {
        return copy;
    }

    /** Names of the matrices that are rounded. */
    List<String> matrices() {
        return matrices;
    }

    /** Rounds every matrix of the original into the copy. */
    void round(Quantiser quantiser) {
        for (String name : matrices) {
            try (GradientMode off = GradientMode.off();
                    NDManager scope = Torch.newScope(original.device())) {
                NDArray values = quantised(scope, original, name, quantiser).values();
                NDArray stored = original.matricesTransposed() ? transposed(scope, values) : values;
                Contents.copy(stored, copy.parameters().get(name));
            }
        }
    }

    /**
     * Share of the weights of all matrices whose codes are the same in the original and in another model, each rounded with its
     * own scales.
     *
     * @return empty if the model has no matrix in its layers, or the other's are not of the same shapes
     */
    OptionalDouble identicalCodes(DecoderModel other, Quantiser quantiser) {
        boolean alike = matrices.stream()
                .allMatch(name -> other.parameters().containsKey(name)
                        && other.parameters()
                                .get(name)
                                .getShape()
                                .equals(original.parameters().get(name).getShape()));
        if (!alike) {
            return OptionalDouble.empty();
        }
        long equal = 0;
        long all = 0;
        for (String name : matrices) {
            try (GradientMode off = GradientMode.off();
                    NDManager scope = Torch.newScope(original.device())) {
                NDArray here = quantised(scope, original, name, quantiser).codes();
                NDArray there = quantised(scope, other, name, quantiser).codes();
                equal += EQUAL.call(scope, here, there).get(0).getLong();
                all += here.size();
            }
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) equal / all);
    }

    private static Quantiser.Quantised quantised(
            NDManager scope, DecoderModel model, String name, Quantiser quantiser) {
        NDArray weight = model.parameters().get(name);
        return quantiser.quantise(scope, model.matricesTransposed() ? transposed(scope, weight) : weight);
    }

    private static NDArray transposed(NDManager scope, NDArray matrix) {
        return TRANSPOSE.call(scope, matrix).get(0);
    }

    @Override
    public void close() {
        copy.close();
    }
}
