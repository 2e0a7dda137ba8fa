package org.palimpsest.engine.method;

import org.palimpsest.engine.model.DecoderModel;

/** An unlearning in progress, moving one step at a time. Between two steps it can be watched, saved, or set to another state. */
public interface UnlearningSession extends AutoCloseable {

    /** Steps finished. */
    long step();

    /** Steps there will be in all. */
    long totalSteps();

    default boolean done() {
        return step() >= totalSteps();
    }

    /**
     * Takes one step.
     *
     * @throws NonFiniteLossException if a term or the gradient is not finite; the model is as before the step then
     */
    StepReport advance();

    /** The model as it is now; not to be changed by others. */
    DecoderModel model();

    /** All that is needed to go on from here: the very arrays in use, to be written down before the next step. */
    SessionState state();

    /**
     * Goes on from a state, which is copied.
     *
     * @throws IllegalArgumentException if it is not the state of such a session; the message says what does not fit
     */
    void restore(SessionState state);

    /** The learning rate that the schedule is a fraction of. */
    double peakLearningRate();

    void setPeakLearningRate(double rate);

    @Override
    void close();
}
