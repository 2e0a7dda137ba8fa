package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects inner activations of a forward pass by layer, each [batch, time, hidden]; {@link Place#MLP_INNER} is [batch, time,
 * intermediate].
 */
public final class Taps {
    /** The places that can be tapped in a layer. */
    public enum Place {
        LAYER_OUTPUT,
        MLP_INPUT,
        MLP_OUTPUT,
        /** The factors a_j by which the columns of the down projection are added up. */
        MLP_INNER
    }

    private final Set<Place> wanted;
    private final Map<Place, Map<Integer, NDArray>> found = new EnumMap<>(Place.class);

    private Taps(Set<Place> wanted) {
        this.wanted = wanted;
        wanted.forEach(place -> found.put(place, new TreeMap<>()));
    }

    public static Taps none() {
        return new Taps(Set.of());
    }

    public static Taps at(Place... places) {
        return new Taps(Set.of(places));
    }

    /** What a place held, by layer counted from 0; empty unless it was asked for. */
    public Map<Integer, NDArray> of(Place place) {
        return found.getOrDefault(place, Map.of());
    }

    /** Keeps a value that is wanted. */
    boolean offer(Place place, int layer, NDArray value) {
        if (wanted.contains(place)) {
            found.get(place).put(layer, value);
            return true;
        }
        return false;
    }
}
