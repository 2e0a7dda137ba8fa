package org.palimpsest.engine.attack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A point of an attack's curve.
 *
 * @param x where on the attack's axis (a relearning step, bits of precision)
 * @param label what stands there when x is not a number by nature ({@code nf4}), otherwise empty
 * @param values measured quantities by name, in a fixed order
 */
public record AttackStep(double x, String label, Map<String, Double> values) {
    public AttackStep {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
