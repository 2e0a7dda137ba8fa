package org.palimpsest.engine.desk;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;

/** How fast this machine multiplies matrices, with the threads it has now. */
final class MatrixSpeed {
    private static final int SIZE = 1024;
    private static final long NANOS = 250_000_000;
    private static final int FEWEST = 3;

    private MatrixSpeed() {}

    /** Floating-point operations a second of float32 products of 1024 × 1024: the best of as many as fit in a quarter of a second. */
    static double measure(Device device) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(device)) {
            NDArray a = scope.ones(new Shape(SIZE, SIZE));
            NDArray b = scope.ones(new Shape(SIZE, SIZE));
            long best = Long.MAX_VALUE;
            long end = System.nanoTime() + NANOS;
            for (int i = 0; i < FEWEST || System.nanoTime() < end; i++) {
                long begin = System.nanoTime();
                try (NDArray product = a.matMul(b)) {
                    // Asking for a number waits for a device that works by itself.
                    product.getFloat(0, 0);
                }
                best = Math.min(best, System.nanoTime() - begin);
            }
            return 2.0 * SIZE * SIZE * SIZE / (best / 1e9);
        }
    }
}
