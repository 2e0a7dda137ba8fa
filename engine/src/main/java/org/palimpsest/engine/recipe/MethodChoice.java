package org.palimpsest.engine.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The method of a run.
 *
 * @param id a method card's id
 * @param settings values for the card's hyper-parameters; those not named take the card's default
 * @param wrap ids of wrappers around the method, the innermost first
 */
public record MethodChoice(String id, Map<String, Object> settings, List<String> wrap) {

    public MethodChoice {
        settings = ordered(settings);
        wrap = wrap == null ? List.of() : List.copyOf(wrap);
    }

    /** A method with the defaults of its card. */
    public static MethodChoice of(String id) {
        return new MethodChoice(id, null, null);
    }

    public MethodChoice withSetting(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(settings);
        changed.put(name, value);
        return new MethodChoice(id, changed, wrap);
    }

    /** Unmodifiable, in the order of the file; null counts as empty. */
    static Map<String, Object> ordered(Map<String, Object> settings) {
        return settings == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
