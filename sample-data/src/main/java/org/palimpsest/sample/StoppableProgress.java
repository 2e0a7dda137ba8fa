package org.palimpsest.sample;

import org.palimpsest.sample.models.SampleModel;
import org.palimpsest.sample.models.TrainingProgress;

/** Passes progress on, and ends the work behind a step once it was asked to stop. */
final class StoppableProgress implements TrainingProgress {
    private final TrainingProgress heard;
    private volatile boolean stopped;

    /** Ends the work on request. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    StoppableProgress(TrainingProgress heard) {
        this.heard = heard;
    }

    /** From any thread: the step at work is the last. */
    void stop() {
        stopped = true;
    }

    /** @throws StoppedException if a stop was asked for */
    void requireGoingOn() {
        if (stopped) {
            throw new StoppedException();
        }
    }

    @Override
    public void stepDone(SampleModel model, long step, long steps, double loss) {
        heard.stepDone(model, step, steps, loss);
        requireGoingOn();
    }
}
