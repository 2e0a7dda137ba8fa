package org.palimpsest.engine.method;

import java.util.List;

/** A loss term or its gradient became infinite or not a number. */
public final class NonFiniteLossException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String term;
    private final long step;

    public NonFiniteLossException(String term, double value, long step) {
        this("\"%s\" is %s at step %d".formatted(term, value, step), term, step);
    }

    private NonFiniteLossException(String what, String term, long step) {
        super(what
                + "; the model is kept as it was before this step. Lower the learning rate or go back to a checkpoint");
        this.term = term;
        this.step = step;
    }

    /**
     * Of a gradient.
     *
     * @param term whose gradient it is; {@code loss} where each term's by itself is finite
     * @param norm the gradient's L2 norm
     * @param weights the tensors whose gradients are not finite, in the model's order
     */
    static NonFiniteLossException gradient(String term, double norm, long step, List<String> weights) {
        String where = weights.isEmpty()
                ? ""
                : ", in %d weight tensor(s), \"%s\" among them"
                        .formatted(weights.size(), weights.get(weights.size() - 1));
        return new NonFiniteLossException(
                "the gradient of \"%s\" is %s at step %d%s".formatted(term, norm, step, where), term, step);
    }

    /** The loss term that is not finite or whose gradient is not; {@code loss} for all of them together. */
    public String term() {
        return term;
    }

    /** The step that could not be taken, counted from 1. */
    public long step() {
        return step;
    }
}
