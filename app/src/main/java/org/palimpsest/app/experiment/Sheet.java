package org.palimpsest.app.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.HyperParameter.Kind;
import org.palimpsest.engine.recipe.RecipeSchema;

/**
 * Settings of a recipe that no card speaks of, in the shape of a card, so that forms are made of them in the same way. Ranges, defaults
 * and meanings come from the recipe's published schema.
 */
final class Sheet {
    private static final JsonMapper JSON = new JsonMapper();

    private final String id;
    private final JsonNode properties;
    private final List<HyperParameter> parameters = new ArrayList<>();

    private Sheet(String id, JsonNode properties) {
        this.id = id;
        this.properties = properties;
    }

    /**
     * A sheet of keys of one object of the schema.
     *
     * @param pointer to the object, below {@code /properties} or {@code /$defs}
     */
    static Sheet of(String id, String pointer) {
        JsonNode properties = Loaded.SCHEMA.at(pointer).path("properties");
        if (properties.isMissingNode()) {
            throw new IllegalArgumentException("the recipe's schema has no object at " + pointer);
        }
        return new Sheet(id, properties);
    }

    /** A sheet of settings that are not keys of the schema alone. */
    static Sheet of(String id) {
        return new Sheet(id, JSON.createObjectNode());
    }

    /** With a key that has a default in the schema. */
    Sheet key(String name) {
        return key(name, null);
    }

    /**
     * With a key that takes {@code otherwise} where the schema has no default.
     *
     * @param otherwise below the key's smallest value, it stands for a key that is left out
     */
    Sheet key(String name, Object otherwise) {
        JsonNode key = properties.path(name);
        Kind kind = kind(key);
        Object usual = otherwise == null ? value(key.path("default"), kind) : otherwise;
        Double low = number(key, "minimum");
        if (low != null && otherwise instanceof Number stands && stands.doubleValue() < low) {
            low = stands.doubleValue();
        }
        List<String> choices = new ArrayList<>();
        if (otherwise instanceof String word && key.has("enum")) {
            choices.add(word);
        }
        key.path("enum").forEach(choice -> choices.add(choice.asText()));
        parameters.add(new HyperParameter(
                name,
                "",
                kind,
                usual,
                low,
                number(key, "maximum"),
                choices,
                key.path("description").asText()));
        return this;
    }

    /** With a choice that is not in the schema; the first is the default. */
    Sheet choice(String name, String meaning, String... choices) {
        parameters.add(new HyperParameter(name, "", Kind.CHOICE, choices[0], null, null, List.of(choices), meaning));
        return this;
    }

    Sheet text(String name, String meaning) {
        parameters.add(new HyperParameter(name, "", Kind.TEXT, "", null, null, List.of(), meaning));
        return this;
    }

    Sheet flag(String name, String meaning) {
        parameters.add(new HyperParameter(name, "", Kind.FLAG, false, null, null, List.of(), meaning));
        return this;
    }

    Card card() {
        return new AttackCard(id, id, null, "", "", parameters, List.of(), "");
    }

    private static Kind kind(JsonNode key) {
        if (key.has("enum")) {
            return Kind.CHOICE;
        }
        return switch (key.path("type").asText()) {
            case "integer" -> Kind.INTEGER;
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.FLAG;
            default -> Kind.TEXT;
        };
    }

    private static Object value(JsonNode usual, Kind kind) {
        return switch (kind) {
            case INTEGER -> usual.asInt();
            case NUMBER -> usual.asDouble();
            case FLAG -> usual.asBoolean();
            case CHOICE, TEXT -> usual.asText();
        };
    }

    /** A bound; null where there is none, or only that of the numbers themselves, which says nothing to a person. */
    private static Double number(JsonNode key, String bound) {
        if (!key.has(bound)) {
            return null;
        }
        double value = key.path(bound).asDouble();
        boolean endless = "integer".equals(key.path("type").asText()) && value == Integer.MAX_VALUE;
        return endless ? null : value;
    }

    /** Read once, when first asked for. */
    private static final class Loaded {
        static final JsonNode SCHEMA = read();

        private static JsonNode read() {
            try {
                return JSON.readTree(RecipeSchema.text());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
