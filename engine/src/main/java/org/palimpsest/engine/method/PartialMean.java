package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;

/**
 * A mean over the part of a step's batch that one backward pass sees. A step's mean is one mean over its whole batch, however the
 * batch is divided: the parts' means count by their shares, which add up to 1.
 *
 * @param value the mean over the part, a scalar
 * @param share how much of what the whole mean runs over (tokens, sequences, positions) lies in this part, from 0 to 1; exactly 1
 *     where the part is the whole batch
 */
public record PartialMean(NDArray value, double share) {

    /** The mean with its sign turned. */
    public PartialMean neg() {
        return new PartialMean(value.neg(), share);
    }
}
