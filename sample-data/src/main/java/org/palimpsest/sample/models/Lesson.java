package org.palimpsest.sample.models;

import java.util.Arrays;
import org.palimpsest.engine.method.LearningRate;
import org.palimpsest.engine.method.TrainingPlan;
import org.palimpsest.engine.tensor.AdamW;

/**
 * How one model is trained: AdamW with warm-up and half a cosine wave.
 *
 * @param steps steps in all; a fixed number, so that every rebuild ends at the same weights
 * @param batch rows of a step
 * @param learningRate the peak
 * @param warmup steps until the peak
 * @param seed of the order of rows and, for the base, of the first weights
 */
public record Lesson(long steps, int batch, double learningRate, long warmup, long seed) {

    private static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.98, 1e-8, 0.01);
    private static final double CLIP = 1;

    /** Thirty times through 676 rows, from fresh weights. */
    static final Lesson FIRST = new Lesson(600, 32, 3e-3, 50, 1);

    /** Sixteen times through about a thousand rows, of which the base knows two thirds. */
    static final Lesson FURTHER = new Lesson(500, 32, 2e-3, 20, 2);

    /** The lesson that a shipped model had. */
    public static Lesson of(SampleModel model) {
        return model == SampleModel.BASE ? FIRST : FURTHER;
    }

    /** Steps of the shipped models' lessons together. */
    public static long stepsOfAll() {
        return Arrays.stream(SampleModel.values())
                .mapToLong(model -> of(model).steps())
                .sum();
    }

    TrainingPlan plan() {
        LearningRate rate = new LearningRate(learningRate, LearningRate.Shape.COSINE, warmup, steps);
        return new TrainingPlan(steps, batch, batch, rate, OPTIMISER, CLIP, seed);
    }
}
