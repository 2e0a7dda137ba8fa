package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A metric of the evaluation. In a file it is the id alone, or an object when settings are given.
 *
 * @param id a metric card's id
 * @param settings values for the card's hyper-parameters
 */
public record MetricChoice(String id, Map<String, Object> settings) {

    @JsonCreator
    public MetricChoice(@JsonProperty("id") String id, @JsonProperty("settings") Map<String, Object> settings) {
        this.id = id;
        this.settings = MethodChoice.ordered(settings);
    }

    /** A metric with the defaults of its card. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MetricChoice of(String id) {
        return new MetricChoice(id, null);
    }

    /** The shortest form that reads back as the same choice. */
    @JsonValue
    Object shortest() {
        if (settings.isEmpty()) {
            return id;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", id);
        object.put("settings", settings);
        return object;
    }
}
