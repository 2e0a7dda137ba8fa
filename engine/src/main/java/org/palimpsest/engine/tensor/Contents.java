package org.palimpsest.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * What is in one array, written into the memory of another. The library's own {@code copyTo} gives the other one new memory instead,
 * and arrays that were parts of it, or that it was a part of, keep the old.
 */
public final class Contents {
    private static final TorchFunction COPY = TorchFunction.compile(
            "def forward(self: __torch__.M, to: Tensor, source: Tensor) -> Tensor:\n  return torch.copy_(to, source)\n");

    private Contents() {}

    /** Overwrites an array with one of the same shape, on whatever device; the change is not recorded for gradients. */
    public static void copy(NDArray from, NDArray to) {
        if (!from.getShape().equals(to.getShape())) {
            throw new IllegalArgumentException(
                    "an array of shape %s cannot be copied into one of %s".formatted(from.getShape(), to.getShape()));
        }
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(to.getDevice())) {
            COPY.call(scope, to, from);
        }
    }
}
