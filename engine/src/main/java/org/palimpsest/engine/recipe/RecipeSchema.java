package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The published JSON schema of recipes (draft 2020-12) and what it says of a document, in sentences. */
public final class RecipeSchema {
    private static final String RESOURCE = "/org/palimpsest/resources/schema/recipe.schema.json";

    private RecipeSchema() {}

    /** The schema's text, for editors that complete and check JSON. */
    public static String text() {
        try (InputStream in = RecipeSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no schema at " + RESOURCE + ": the resources module is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in {@code document} that the schema forbids, without lines and columns. */
    static List<RecipeProblem> problems(JsonNode document) {
        return Loaded.SCHEMA.validate(document).stream()
                .map(RecipeSchema::problem)
                .distinct()
                .toList();
    }

    private static RecipeProblem problem(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        JsonNode found = message.getInstanceNode();
        JsonNode rule = message.getSchemaNode();
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(pointer, message);
            case "required" ->
                RecipeProblem.at(
                        pointer, "\"" + message.getProperty() + "\" is missing. Add it" + placeIn(pointer) + ".");
            case "type" -> RecipeProblem.at(pointer, expected(typeWords(rule), found));
            case "enum" -> RecipeProblem.at(pointer, oneOf(rule, found));
            case "const" -> RecipeProblem.at(pointer, expected(rule.toString(), found));
            case "minimum" -> RecipeProblem.at(pointer, expected("a number of at least " + rule, found));
            case "maximum" -> RecipeProblem.at(pointer, expected("a number of at most " + rule, found));
            case "exclusiveMinimum" -> RecipeProblem.at(pointer, expected("a number above " + rule, found));
            case "exclusiveMaximum" -> RecipeProblem.at(pointer, expected("a number below " + rule, found));
            case "minLength" -> RecipeProblem.at(pointer, expected("a text that is not empty", found));
            case "uniqueItems" -> RecipeProblem.at(pointer, expected("a list without repetitions", found));
            case "pattern" -> RecipeProblem.at(pointer, expected(patternWords(message, rule), found));
            default -> RecipeProblem.at(pointer, message.getError() + ".");
        };
    }

    private static RecipeProblem unknownKey(String pointer, ValidationMessage message) {
        String key = message.getProperty();
        List<String> known = new ArrayList<>();
        JsonNode properties = Loaded.SCHEMA.getRefSchemaNode(
                "#" + message.getSchemaLocation().getFragment().getParent() + "/properties");
        if (properties != null) {
            properties.fieldNames().forEachRemaining(known::add);
        }
        return RecipeProblem.at(
                pointer + "/" + key,
                "unknown key \"" + key + "\"." + Nearest.suggestion(key, known) + " Known here: "
                        + String.join(", ", known) + ".");
    }

    private static String oneOf(JsonNode choices, JsonNode found) {
        List<String> words = StreamSupport.stream(choices.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return expected("one of " + String.join(", ", words), found) + Nearest.suggestion(found.asText(), words);
    }

    private static String expected(String what, JsonNode found) {
        return "expected " + what + ", found " + shortened(found) + ".";
    }

    static String shortened(JsonNode found) {
        String text = found.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static String placeIn(String pointer) {
        return pointer.isEmpty() ? " at the top level" : " in " + pointer;
    }

    private static String typeWords(JsonNode rule) {
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false)
                        .map(type -> typeWord(type.asText()))
                        .collect(Collectors.joining(" or "))
                : typeWord(rule.asText());
    }

    private static String typeWord(String type) {
        return switch (type) {
            case "object" -> "an object {...}";
            case "array" -> "a list [...]";
            case "string" -> "a text in quotes";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    /** A pattern says little to a person; the description beside it in the schema says it in words. */
    private static String patternWords(ValidationMessage message, JsonNode rule) {
        return switch (rule.asText()) {
            case "\\{question\\}" -> "a text with {question} in it";
            case "\\{answer\\}" -> "a text with {answer} in it";
            default -> {
                JsonNode description = Loaded.SCHEMA.getRefSchemaNode(
                        "#" + message.getSchemaLocation().getFragment().getParent() + "/description");
                yield description == null ? "a text like " + rule.asText() : description.asText();
            }
        };
    }

    /** Read once, when first asked for. */
    private static final class Loaded {
        static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        text(),
                        InputFormat.JSON,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }
}
