package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Where a session stands. Batches are a function of seed and step, so no random state is part of it.
 *
 * @param weights the model's parameters by name
 * @param optimiser the optimiser's state by name; empty to begin with a fresh one
 * @param tokens supervised tokens seen
 */
public record SessionState(
        long step,
        double peakLearningRate,
        long tokens,
        Map<String, NDArray> weights,
        Map<String, NDArray> optimiser) {}
