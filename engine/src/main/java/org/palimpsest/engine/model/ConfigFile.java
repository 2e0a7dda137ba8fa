package org.palimpsest.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.engine.fault.JsonFault;

/**
 * A JSON object of a {@code config.json}, the whole file or an object within it, whose values are read as what they must be and
 * never converted.
 *
 * @param within what its keys are prefixed with where messages name them
 */
record ConfigFile(Path file, String within, JsonNode root) {
    /** Characters of a value that a message shows. */
    private static final int SHOWN = 80;

    /** @throws ModelException if the file is missing, cannot be read or is not JSON */
    static ConfigFile read(Path file) throws ModelException {
        if (!Files.isRegularFile(file)) {
            boolean run = Files.isRegularFile(file.resolveSibling("recipe.json"));
            throw new ModelException(file
                    + " is missing: a model is a Hugging Face folder with config.json and model.safetensors"
                    + (run ? ", and this is a run's; \"palimpsest model export\" makes a model of it" : ""));
        }
        try {
            return new ConfigFile(file, "", new JsonMapper().readTree(Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw new ModelException(file + " is no text in UTF-8, as a configuration is; fetch it again", e);
        } catch (JsonProcessingException e) {
            throw new ModelException("%s: %s".formatted(file, JsonFault.of(e).words()), e);
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The object that a key holds. */
    ConfigFile object(String key) throws ModelException {
        JsonNode value = root.path(key);
        if (!value.isObject()) {
            throw wrong(key, "an object", value);
        }
        return new ConfigFile(file, within + key + ".", value);
    }

    /** What stands in for an object that a key does not hold. */
    ConfigFile nothing(String key) {
        return new ConfigFile(file, within + key + ".", JsonNodeFactory.instance.objectNode());
    }

    boolean has(String key) {
        return root.has(key);
    }

    /** Whether a key has a value other than null. */
    boolean states(String key) {
        return root.hasNonNull(key);
    }

    JsonNode get(String key) {
        return root.path(key);
    }

    /**
     * A value that is there, as what it must be.
     *
     * @throws ModelException if it is of another JSON type, or no number that fits
     */
    JsonNode get(String key, ConfigKey.Kind kind) throws ModelException {
        JsonNode value = root.path(key);
        boolean fits =
                switch (kind) {
                    case SIZE -> whole(value) && value.asInt() >= 1;
                    case COUNT -> whole(value) && value.asInt() >= 0;
                    case ID -> whole(value);
                    case NUMBER -> value.isNumber() && Double.isFinite(value.asDouble());
                    case FLAG -> value.isBoolean();
                    case NAME -> value.isTextual();
                    case LIST -> value.isArray();
                };
        if (!fits) {
            throw wrong(key, kind.words, value);
        }
        return value;
    }

    /** A whole number of 32 bits; larger ones are not cut. */
    private static boolean whole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    /** The same key as messages name it. */
    String named(String key) {
        return "\"" + within + key + "\"";
    }

    ModelException wrong(String key, String expected, JsonNode found) {
        return refusal("%s must be %s, but is %s"
                .formatted(named(key), expected, found.isMissingNode() ? "missing" : shortened(found.toString())));
    }

    /** A value as a message shows it; a long one's beginning is enough to find it. */
    static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    /** A refusal that names the file. */
    ModelException refusal(String sentence) {
        return new ModelException(file + ": " + sentence);
    }
}
