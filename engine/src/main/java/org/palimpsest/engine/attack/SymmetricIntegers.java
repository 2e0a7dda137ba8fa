package org.palimpsest.engine.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/**
 * Integers from -n to n with n = 2^(bits-1) - 1 and the scale max|w| / n of a group, rounded to even at ties ("absmax").
 *
 * @param group neighbours in a row that share a scale; 0 for whole rows
 */
record SymmetricIntegers(int bits, int group) implements Quantiser {
    private static final TorchFunction INTEGERS =
            TorchSource.of(SymmetricIntegers.class, "quantise.torch").function("integers", Map.of());

    @Override
    public String label() {
        return "int" + bits;
    }

    @Override
    public Quantised quantise(NDManager scope, NDArray weight) {
        int width = (int) weight.getShape().get(1);
        double largest = (1 << (bits - 1)) - 1;
        try (GradientMode off = GradientMode.off()) {
            NDList found = INTEGERS.call(scope, weight, group == 0 ? width : group, largest);
            return new Quantised(found.get(0), found.get(1), found.get(2));
        }
    }
}
