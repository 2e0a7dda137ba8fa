package org.palimpsest.engine.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.stream.IntStream;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/**
 * NF4 (Dettmers et al. 2023, arXiv 2305.14314, appendix E): the nearest of 16 levels, which lie where a normal distribution has
 * equal shares, times the largest magnitude of a block.
 *
 * @param block neighbours in a row that share a scale
 */
record NormalFloat(int block) implements Quantiser {
    private static final double[] LEVELS = {
        -1,
        -0.69619280,
        -0.52507305,
        -0.39491749,
        -0.28444138,
        -0.18477343,
        -0.09105004,
        0,
        0.07958030,
        0.16093020,
        0.24611230,
        0.33791524,
        0.44070983,
        0.56261700,
        0.72295684,
        1
    };
    private static final TorchFunction NEAREST =
            TorchSource.of(NormalFloat.class, "quantise.torch").function("levels", Map.of());

    @Override
    public String label() {
        return "nf4";
    }

    @Override
    public int bits() {
        return 4;
    }

    @Override
    public Quantised quantise(NDManager scope, NDArray weight) {
        double[] bounds = IntStream.range(1, LEVELS.length)
                .mapToDouble(i -> (LEVELS[i - 1] + LEVELS[i]) / 2)
                .toArray();
        try (GradientMode off = GradientMode.off()) {
            NDList found = NEAREST.call(scope, weight, block, scope.create(LEVELS), scope.create(bounds));
            return new Quantised(found.get(0), found.get(1), found.get(2));
        }
    }
}
