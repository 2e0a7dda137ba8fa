package org.palimpsest.app.experiment;

import org.palimpsest.engine.recipe.Training;

/**
 * How a batch is gathered from forward passes.
 *
 * @param batch sequences an optimiser step
 * @param micro sequences a pass
 * @param passes how many passes
 * @param last sequences of the last pass, fewer where the batch cannot be divided
 */
record Passes(int batch, int micro, int passes, int last) {

    static Passes of(Training training) {
        int batch = training.batch();
        int micro = Math.min(batch, training.microBatch());
        int passes = (batch + micro - 1) / micro;
        return new Passes(batch, micro, passes, batch - (passes - 1) * micro);
    }

    /** Whether all passes are of one size. */
    boolean even() {
        return last == micro;
    }
}
