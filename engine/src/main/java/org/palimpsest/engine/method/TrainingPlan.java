package org.palimpsest.engine.method;

import org.palimpsest.engine.tensor.AdamW;

/**
 * How a gradient method is to step.
 *
 * @param batch examples of the forget set (or of the only set) in a step
 * @param microBatch examples in one backward pass
 * @param clip largest L2 norm of the gradient; 0 for no clipping
 */
public record TrainingPlan(
        long totalSteps,
        int batch,
        int microBatch,
        LearningRate learningRate,
        AdamW.Settings optimiser,
        double clip,
        long seed) {
    public TrainingPlan {
        if (totalSteps < 0 || batch < 1 || microBatch < 1 || !(clip >= 0)) {
            throw new IllegalArgumentException(
                    "a plan needs totalSteps >= 0, batch >= 1, microBatch >= 1 and clip >= 0, but has %d, %d, %d, %s"
                            .formatted(totalSteps, batch, microBatch, clip));
        }
    }
}
