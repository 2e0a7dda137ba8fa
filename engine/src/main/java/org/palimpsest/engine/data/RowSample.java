package org.palimpsest.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Rows of a set drawn without repetition; a function of the seed and the set's size alone. */
public final class RowSample {
    private RowSample() {}

    /** All rows in a random order, [rows]. A smaller sample is the beginning of it, so samples of two sizes share rows. */
    public static int[] order(long seed, int rows) {
        UniformRandomProvider spread = RandomSource.SPLIT_MIX_64.create(seed);
        long[] state = {spread.nextLong(), spread.nextLong(), spread.nextLong(), spread.nextLong()};
        int[] order = IntStream.range(0, rows).toArray();
        PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(state), order);
        return order;
    }

    /** The first {@code count} of {@link #order}, or all rows if there are fewer. */
    public static <T> List<T> of(long seed, List<T> rows, int count) {
        return Arrays.stream(order(seed, rows.size()))
                .limit(count)
                .mapToObj(rows::get)
                .toList();
    }
}
