package org.palimpsest.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Which rows each step trains on. An epoch goes once through the leading set (the anchor) in a fresh order, in full
 * batches: rows that do not fill one are left for another epoch's order to reach, as the field's trainer does. In paired batches the forget set leads, and each of its rows gets one retain row and one alternate
 * drawn uniformly with replacement, anew in every epoch (the pairing of OpenUnlearning, Dorna et al. 2025).
 *
 * <p>A step's rows follow from the seed and the step's number alone. So there is no state to save: a resumed run that asks
 * for step 117 gets what the uninterrupted one got. Nor do the pairs depend on the batch size.
 *
 * @param seed any number
 * @param batchSize rows of a step
 * @param anchorRows rows of the leading set
 * @param forgetLeads whether the leading set is the forget set; else it is the retain set, and it is alone
 * @param retainRows rows to draw partners from; 0 for none
 * @param alternateRows rows to draw alternates from; 0 for none
 */
public record PairedBatches(
        long seed, int batchSize, int anchorRows, boolean forgetLeads, int retainRows, int alternateRows) {
    private static final int ORDER = 0;
    private static final int RETAIN = 1;
    private static final int ALTERNATE = 2;
    private static final int[] NONE = {};

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the batch or the leading set is empty
     */
    public PairedBatches {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch must have at least 1 row, but has " + batchSize);
        }
        if (anchorRows < 1) {
            throw new IllegalArgumentException("the leading set has no rows");
        }
        if (retainRows < 0 || alternateRows < 0) {
            throw new IllegalArgumentException("a set cannot have fewer than 0 rows");
        }
    }

    /**
     * Batches led by the forget set.
     *
     * @param retainRows rows of the retain set; 0 when the method wants none
     * @param alternateRows rows of the set of alternate answers; 0 when the method wants none
     */
    public static PairedBatches paired(long seed, int batchSize, int forgetRows, int retainRows, int alternateRows) {
        return new PairedBatches(seed, batchSize, forgetRows, true, retainRows, alternateRows);
    }

    /** Batches of the retain set alone, as for fine-tuning and retraining. */
    public static PairedBatches single(long seed, int batchSize, int retainRows) {
        return new PairedBatches(seed, batchSize, retainRows, false, 0, 0);
    }

    /** Steps of one epoch; a set smaller than a batch makes one step. */
    public int stepsPerEpoch() {
        return Math.max(1, anchorRows / batchSize);
    }

    /**
     * The rows of a step.
     *
     * @param step counted from 0 through all epochs
     */
    public BatchRows batch(long step) {
        if (step < 0) {
            throw new IllegalArgumentException("steps are counted from 0, but step is " + step);
        }
        long epoch = step / stepsPerEpoch();
        int from = (int) (step % stepsPerEpoch()) * batchSize;
        int to = Math.min(from + batchSize, anchorRows);
        int[] order = IntStream.range(0, anchorRows).toArray();
        PermutationSampler.shuffle(generator(epoch, ORDER), order);
        int[] leading = Arrays.copyOfRange(order, from, to);
        return forgetLeads
                ? new BatchRows(
                        leading,
                        drawn(epoch, RETAIN, retainRows, from, to),
                        drawn(epoch, ALTERNATE, alternateRows, from, to))
                : new BatchRows(NONE, leading, NONE);
    }

    private int[] drawn(long epoch, int purpose, int rows, int from, int to) {
        if (rows == 0) {
            return NONE;
        }
        UniformRandomProvider generator = generator(epoch, purpose);
        return IntStream.generate(() -> generator.nextInt(rows))
                .limit(to)
                .skip(from)
                .toArray();
    }

    /** A generator of its own for every seed, epoch and purpose. */
    private UniformRandomProvider generator(long epoch, int purpose) {
        long mixed = mixed(mixed(mixed(seed) ^ epoch) ^ purpose);
        UniformRandomProvider spread = RandomSource.SPLIT_MIX_64.create(mixed);
        long[] state = {spread.nextLong(), spread.nextLong(), spread.nextLong(), spread.nextLong()};
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    private static long mixed(long value) {
        return RandomSource.SPLIT_MIX_64.create(value).nextLong();
    }
}
