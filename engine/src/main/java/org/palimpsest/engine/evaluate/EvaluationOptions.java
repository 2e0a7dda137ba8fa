package org.palimpsest.engine.evaluate;

import java.util.function.Function;

/**
 * How a model is measured. None of it changes a result but for rounding.
 *
 * @param scoreBatch most sequences in one forward pass
 * @param generateBatch most answers generated together
 * @param progress who hears of a stage of the work, by its name in words ({@code "forget: answers"})
 */
public record EvaluationOptions(int scoreBatch, int generateBatch, Function<String, Progress> progress) {
    public static final EvaluationOptions DEFAULT = new EvaluationOptions(16, 64, stage -> Progress.NONE);

    /** Checks the batch sizes. */
    public EvaluationOptions {
        if (scoreBatch < 1 || generateBatch < 1) {
            throw new IllegalArgumentException(
                    "batch sizes must be at least 1, but are %d and %d".formatted(scoreBatch, generateBatch));
        }
    }

    public EvaluationOptions withProgress(Function<String, Progress> given) {
        return new EvaluationOptions(scoreBatch, generateBatch, given);
    }
}
