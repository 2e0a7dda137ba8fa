package org.palimpsest.engine.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One thing a probe saw at a step. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Observation.Value.class, name = "value"),
    @JsonSubTypes.Type(value = Observation.Layers.class, name = "layers"),
    @JsonSubTypes.Type(value = Observation.Tokens.class, name = "tokens")
})
public sealed interface Observation {

    /** Name of the curve or map, unique within its probe ({@code forget.probability}). */
    String series();

    /** A point of a curve. */
    record Value(String series, Subject subject, double value) implements Observation {}

    /** A column of a layer-by-step map; {@code values} has one entry a layer, first layer first. */
    record Layers(String series, Subject subject, List<Double> values) implements Observation {
        public Layers {
            values = List.copyOf(values);
        }
    }

    /**
     * The next-token distribution after a pinned prompt.
     *
     * @param klToTarget KL(target ‖ now) in nats
     * @param klToReference KL(reference ‖ now) in nats, NaN without a reference
     */
    record Tokens(String series, String prompt, List<TokenShare> top, double klToTarget, double klToReference)
            implements Observation {
        public Tokens {
            top = List.copyOf(top);
        }
    }
}
