package org.palimpsest.engine.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Logits over four tokens for one sequence in each role, small enough to work out by hand. */
final class Fixture {
    static final float[][] FORGET = {{2, 1, 0, -1}, {0.5f, 0.5f, 3, 0}, {-1, 2, 0, 1}};
    static final float[][] FORGET_REFERENCE = {{3, 1, 0, -1}, {0.5f, 0.5f, 4, 0}, {-1, 3, 0, 1}};
    static final float[][] ALTERNATE = {{1, 2, 0, 0}, {0, 1, 1, 2}};
    static final float[][] ALTERNATE_REFERENCE = {{1, 1, 0, 0}, {0, 1, 1, 1}};
    static final float[][] RETAIN = {{1, 0, 0, 0}, {0, 2, 0, 0}};
    static final float[][] RETAIN_REFERENCE = {{1.5f, 0, 0, 0}, {0, 2.5f, 0, 0}};
    static final long[] FORGET_LABELS = {0, 2, 1};
    static final long[] ALTERNATE_LABELS = {1, 3};
    static final long[] RETAIN_LABELS = {0, 1};

    private Fixture() {}

    static NDArray nll(NDManager scope, float[][] logits, long[] labels) {
        return TokenLoss.perToken(scope, scope.create(logits), scope.create(labels));
    }

    static NDArray sum(NDManager scope, float[][] logits, long[] labels) {
        NDArray sequence = scope.create(new long[labels.length]);
        return TokenLoss.perSequence(scope, nll(scope, logits, labels), sequence, 1);
    }
}
