package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the method's loss is descended: AdamW with warm-up and a schedule. An epoch is one pass over the forget set (over the
 * retain set for a method without a forget set).
 *
 * @param epochs passes over the data, unless {@code steps} says otherwise
 * @param steps number of optimiser steps; null takes {@code epochs}
 * @param batch sequences of the forget set an optimiser step
 * @param microBatch sequences a forward pass; a batch is gathered from several when smaller than {@code batch}
 * @param learningRate the highest learning rate, reached after warm-up
 * @param weightDecay decoupled decay, a share of the learning rate
 * @param beta1 decay of the gradient's mean
 * @param beta2 decay of the gradient's square
 * @param epsilon added to the root of the gradient's square
 * @param warmupEpochs epochs in which the learning rate rises from 0, unless {@code warmupSteps} says otherwise
 * @param warmupSteps steps in which it rises; null takes {@code warmupEpochs}
 * @param schedule how it falls afterwards
 * @param clip largest L2 norm of the whole gradient; 0 leaves it as it is
 * @param seed start of every random choice of the run
 */
public record Training(
        Double epochs,
        Integer steps,
        Integer batch,
        Integer microBatch,
        Double learningRate,
        Double weightDecay,
        Double beta1,
        Double beta2,
        Double epsilon,
        Double warmupEpochs,
        Integer warmupSteps,
        Schedule schedule,
        Double clip,
        Long seed) {

    /** How the learning rate falls after warm-up. */
    public enum Schedule {
        /** In a straight line to 0 at the last step. */
        @JsonProperty("linear")
        LINEAR,
        /** Not at all. */
        @JsonProperty("constant")
        CONSTANT,
        /** Along half a cosine wave to 0 at the last step. */
        @JsonProperty("cosine")
        COSINE
    }

    /** What a recipe without {@code training} gets. */
    public static final Training DEFAULT =
            new Training(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public Training {
        epochs = epochs == null ? 10.0 : epochs;
        batch = batch == null ? 32 : batch;
        microBatch = microBatch == null ? batch : microBatch;
        learningRate = learningRate == null ? 1e-5 : learningRate;
        weightDecay = weightDecay == null ? 0.01 : weightDecay;
        beta1 = beta1 == null ? 0.9 : beta1;
        beta2 = beta2 == null ? 0.999 : beta2;
        epsilon = epsilon == null ? 1e-8 : epsilon;
        warmupEpochs = warmupEpochs == null ? 1.0 : warmupEpochs;
        schedule = schedule == null ? Schedule.LINEAR : schedule;
        clip = clip == null ? 1.0 : clip;
        seed = seed == null ? 0L : seed;
    }

    /**
     * Optimiser steps an epoch over {@code examples} examples. Only full batches are taken, as the field's benchmarks do; a
     * set smaller than one batch makes one step.
     */
    public long stepsPerEpoch(long examples) {
        return Math.max(1, examples / batch);
    }

    /** Optimiser steps of the whole run over {@code examples} examples. */
    public long totalSteps(long examples) {
        return steps != null ? steps : Math.max(1, Math.round(epochs * stepsPerEpoch(examples)));
    }

    /** Optimiser steps of warm-up over {@code examples} examples. */
    public long totalWarmupSteps(long examples) {
        return warmupSteps != null ? warmupSteps : Math.round(warmupEpochs * stepsPerEpoch(examples));
    }

    public Training withSteps(int other) {
        return new Training(
                epochs,
                other,
                batch,
                microBatch,
                learningRate,
                weightDecay,
                beta1,
                beta2,
                epsilon,
                warmupEpochs,
                warmupSteps,
                schedule,
                clip,
                seed);
    }

    public Training withBatch(int size, int microSize) {
        return new Training(
                epochs,
                steps,
                size,
                microSize,
                learningRate,
                weightDecay,
                beta1,
                beta2,
                epsilon,
                warmupEpochs,
                warmupSteps,
                schedule,
                clip,
                seed);
    }

    public Training withLearningRate(double other) {
        return new Training(
                epochs,
                steps,
                batch,
                microBatch,
                other,
                weightDecay,
                beta1,
                beta2,
                epsilon,
                warmupEpochs,
                warmupSteps,
                schedule,
                clip,
                seed);
    }

    public Training withSeed(long other) {
        return new Training(
                epochs,
                steps,
                batch,
                microBatch,
                learningRate,
                weightDecay,
                beta1,
                beta2,
                epsilon,
                warmupEpochs,
                warmupSteps,
                schedule,
                clip,
                other);
    }
}
