package org.palimpsest.engine.method;

/**
 * The learning rate over a run: warm-up in a straight line from 0, then one of three shapes.
 *
 * @param peak the rate at the end of warm-up
 */
public record LearningRate(double peak, Shape shape, long warmupSteps, long totalSteps) {

    /** What happens after warm-up. */
    public enum Shape {
        CONSTANT,
        /** A straight line to 0 at the end. */
        LINEAR,
        /** Half a cosine wave to 0 at the end. */
        COSINE
    }

    /** Share of the peak at a step, counted from 0; the first step of a warm-up has share 0, as in the field's usual trainer. */
    public double share(long step) {
        if (step < warmupSteps) {
            return (double) step / warmupSteps;
        }
        double progress = (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
        return switch (shape) {
            case CONSTANT -> 1;
            case LINEAR -> Math.max(0, 1 - progress);
            case COSINE -> Math.max(0, 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress))));
        };
    }
}
