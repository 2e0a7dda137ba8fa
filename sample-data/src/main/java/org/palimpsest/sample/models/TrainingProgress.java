package org.palimpsest.sample.models;

/** Hears how far the training of the sample models has come. */
@FunctionalInterface
public interface TrainingProgress {
    /** Hears nothing. */
    TrainingProgress NONE = (model, step, steps, loss) -> {};

    /** A step is done: {@code step} of {@code steps} of this model, with its loss in nats a token. */
    void stepDone(SampleModel model, long step, long steps, double loss);
}
