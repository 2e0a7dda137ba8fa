package org.palimpsest.engine.model;

/**
 * How the blocks of a layer are put together.
 *
 * @param epsilon what the norms add to the variance
 * @param finalNorm whether the layers end in a norm
 * @param activation as {@link Activations} names it
 * @param bias whether the feed-forward block adds biases
 */
record BlockForm(
        Architecture.Norm norm,
        double epsilon,
        Architecture.Residual residual,
        boolean finalNorm,
        String activation,
        boolean bias) {}
