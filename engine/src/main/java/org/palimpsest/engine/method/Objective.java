package org.palimpsest.engine.method;

import ai.djl.ndarray.NDManager;

/** The loss of a method on a batch, with gradients being recorded; arrays belong to {@code scope}. */
@FunctionalInterface
public interface Objective {
    Loss of(NDManager scope, MiniBatch batch);
}
