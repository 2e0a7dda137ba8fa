package org.palimpsest.engine.method;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a step did.
 *
 * @param step how many steps are finished with this one
 * @param terms {@code loss}, each term of the method's formula, and what the method watches, in this order
 * @param gradientNorm L2 norm of the gradient before clipping
 * @param tokens supervised tokens seen since the beginning
 */
public record StepReport(long step, Map<String, Double> terms, double learningRate, double gradientNorm, long tokens) {
    public StepReport {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }
}
