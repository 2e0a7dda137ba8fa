package org.palimpsest.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * How many of a tensor's numbers are no numbers.
 *
 * @param nan values that are NaN
 * @param infinite values that are +∞ or -∞
 * @param of all values
 * @param zero whether every value is zero; of no values it is true
 */
public record Finiteness(long nan, long infinite, long of, boolean zero) {
    static final Finiteness NONE = new Finiteness(0, 0, 0, true);

    /** Least and greatest value: NaN if there is one anywhere. One pass without memory of its own. */
    private static final TorchFunction ENDS = TorchFunction.compile("""
            def forward(self: __torch__.M, x: Tensor) -> Tensor:
              least, greatest, = torch.aminmax(x)
              return torch.stack([least, greatest])
            """);

    private static final TorchFunction COUNT = TorchFunction.compile("""
            def forward(self: __torch__.M, x: Tensor) -> Tensor:
              return torch.stack([torch.sum(torch.isnan(x)), torch.sum(torch.isinf(x))])
            """);

    /** Counts in a float32 tensor of any shape. */
    public static Finiteness of(NDArray tensor) {
        long size = tensor.size();
        if (size == 0) {
            return NONE;
        }
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(tensor.getDevice())) {
            float[] ends = ENDS.call(scope, tensor).get(0).toFloatArray();
            if (Float.isFinite(ends[0]) && Float.isFinite(ends[1])) {
                return new Finiteness(0, 0, size, ends[0] == 0 && ends[1] == 0);
            }
            long[] counts = COUNT.call(scope, tensor).get(0).toLongArray();
            return new Finiteness(counts[0], counts[1], size, false);
        }
    }

    /** Whether every value is a number. */
    public boolean all() {
        return nan == 0 && infinite == 0;
    }

    Finiteness plus(Finiteness other) {
        return new Finiteness(nan + other.nan, infinite + other.infinite, of + other.of, zero && other.zero);
    }

    /** In words, such as {@code 3 NaN and 1 infinite of 576}. */
    public String words() {
        if (all()) {
            return "all %d finite".formatted(of);
        }
        String what = nan == 0
                ? infinite + " infinite"
                : infinite == 0 ? nan + " NaN" : nan + " NaN and " + infinite + " infinite";
        return "%s of %d".formatted(what, of);
    }
}
