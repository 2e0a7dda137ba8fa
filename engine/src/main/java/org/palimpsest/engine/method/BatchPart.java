package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.text.EncodedExample;

/**
 * The rows of one set in a backward pass, knowing how much of the whole step's batch they are.
 *
 * @param rows the rows themselves
 * @param whole what the step has of this set
 * @param padId what fills the end of shorter sequences
 */
public record BatchPart(LabelledBatch rows, Extent whole, int padId) {

    /**
     * What a step has of a set.
     *
     * @param positions all that are not padding
     * @param time length of the longest sequence
     */
    record Extent(int sequences, int tokens, int positions, int time) {
        static Extent of(List<EncodedExample> examples) {
            return new Extent(
                    examples.size(),
                    examples.stream().mapToInt(EncodedExample::supervisedTokens).sum(),
                    examples.stream().mapToInt(EncodedExample::length).sum(),
                    examples.stream().mapToInt(EncodedExample::length).max().orElse(0));
        }
    }

    /** A batch that is not divided. */
    static BatchPart whole(List<EncodedExample> examples, int padId) {
        return new BatchPart(MiniBatch.batch(examples, padId), Extent.of(examples), padId);
    }

    /** A mean over the supervised tokens of these rows, as part of the mean over those of the whole batch. */
    PartialMean overTokens(NDArray mean) {
        return new PartialMean(mean, share(rows.supervised(), whole.tokens()));
    }

    /** A mean over these rows, as part of the mean over those of the whole batch. */
    PartialMean overSequences(NDArray mean) {
        return new PartialMean(mean, share(rows.size(), whole.sequences()));
    }

    /** A mean over all positions of these rows that are not padding, as part of the mean over those of the whole batch. */
    PartialMean overPositions(NDArray mean) {
        return new PartialMean(
                mean, share(Arrays.stream(rows.tokens().lengths()).sum(), whole.positions()));
    }

    /** The sequences, padded as they are in the undivided batch. */
    TokenBatch padded() {
        return rows.tokens().widened(whole.time(), padId);
    }

    /** A part without anything has no share, also of a whole without anything. */
    private static double share(int part, int all) {
        return part == 0 ? 0 : (double) part / all;
    }
}
