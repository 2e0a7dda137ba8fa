package org.palimpsest.engine.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured figure beside its goal.
 *
 * @param id short name, such as {@code training-step}
 * @param meaning what is divided by what, in words
 * @param value what was measured
 * @param goal what it should reach
 * @param direction on which side of the goal the figure should lie
 * @param parts what the figure was computed from, by name and unit, in order
 */
public record Figure(
        String id, String meaning, double value, double goal, Direction direction, Map<String, Double> parts) {

    /** On which side of its goal a figure should lie. */
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    /** Keeps the parts in their order. */
    public Figure {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Whether the goal is reached. */
    public boolean reached() {
        return direction == Direction.AT_LEAST ? value >= goal : value <= goal;
    }
}
