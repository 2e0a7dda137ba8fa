package org.palimpsest.engine.method;

/** A loss term or the gradient became infinite or not a number. */
public final class NonFiniteLossException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String term;
    private final long step;

    public NonFiniteLossException(String term, double value, long step) {
        super(
                "\"%s\" is %s at step %d; the model is kept as it was before this step. Lower the learning rate or go back to a checkpoint"
                        .formatted(term, value, step));
        this.term = term;
        this.step = step;
    }

    /** The loss term that is not finite, or {@code gradient}. */
    public String term() {
        return term;
    }

    /** The step that could not be taken, counted from 1. */
    public long step() {
        return step;
    }
}
