package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A JSON document, and what can be put in the place of its values. */
final class OddJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TWICE = "\u0001twice";

    /** A changed document, and how it was changed. */
    record Changed(String what, String text) {}

    private OddJson() {}

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object(String text) {
        return (ObjectNode) read(text);
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of a member in a member. */
    static JsonPointer place(String... names) {
        JsonPointer place = JsonPointer.empty();
        for (String name : names) {
            place = place.appendProperty(name);
        }
        return place;
    }

    /** Places of all members of objects in a document, outer ones first. */
    static List<JsonPointer> members(JsonNode node) {
        List<JsonPointer> all = new ArrayList<>();
        collect(node, JsonPointer.empty(), all);
        return all;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> all) {
        node.properties().forEach(member -> {
            JsonPointer place = at.appendProperty(member.getKey());
            all.add(place);
            collect(member.getValue(), place, all);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), all);
        }
    }

    /** The document without a member. */
    static String without(JsonNode document, JsonPointer place) {
        JsonNode copy = document.deepCopy();
        ((ObjectNode) copy.at(place.head())).remove(place.last().getMatchingProperty());
        return write(copy);
    }

    /** The document with a member's value replaced by raw JSON text, which need not be any. */
    static String with(JsonNode document, JsonPointer place, String raw) {
        JsonNode copy = document.deepCopy();
        ((ObjectNode) copy.at(place.head())).putRawValue(place.last().getMatchingProperty(), new RawValue(raw));
        return write(copy);
    }

    /** The document with a member and, directly behind it, the same name once more with another value. */
    static String twice(JsonNode document, JsonPointer place, String raw) {
        JsonNode copy = document.deepCopy();
        String name = place.last().getMatchingProperty();
        ObjectNode parent = (ObjectNode) copy.at(place.head());
        ObjectNode rebuilt = JSON.createObjectNode();
        parent.properties().forEach(member -> {
            rebuilt.set(member.getKey(), member.getValue());
            if (member.getKey().equals(name)) {
                rebuilt.putRawValue(TWICE, new RawValue(raw));
            }
        });
        parent.removeAll();
        parent.setAll(rebuilt);
        return write(copy).replace(write(new TextNode(TWICE)), write(new TextNode(name)));
    }

    /** Raw JSON of another type than a value has. */
    static String ofAnotherType(Random random, JsonNode value) {
        List<String> others = new ArrayList<>(List.of("{}", "[]", "[1]", "{\"a\": 1}", "[[[]]]"));
        if (!value.isTextual()) {
            others.addAll(List.of("\"abc\"", "\"\"", write(new TextNode(value.asText())), "\"true\""));
        }
        if (!value.isNumber()) {
            others.addAll(List.of("1", "-1", "1.5", "0"));
        }
        if (!value.isBoolean()) {
            others.addAll(List.of("true", "false"));
        }
        if (value.isIntegralNumber()) {
            others.addAll(List.of(value.asText() + ".5", "1e400", Long.toString(value.asLong() + (1L << 32)), "NaN"));
        }
        if (value.isArray()) {
            others.removeIf(raw -> raw.startsWith("["));
        }
        if (value.isObject()) {
            others.removeIf(raw -> raw.startsWith("{"));
        }
        return Draw.one(random, others);
    }

    /** Raw JSON of numbers that are hardly meant. */
    static String oddNumber(Random random) {
        return Draw.one(
                random,
                "-1",
                "0",
                "0.5",
                "-0.0",
                "1e-320",
                "1e308",
                "1e400",
                "-1e400",
                "2147483648",
                "4294967344",
                "9223372036854775807",
                "9223372036854775808",
                "1e19",
                "NaN",
                "Infinity",
                "0x10",
                "01",
                "1.",
                "+1");
    }

    /** Text-level damage that leaves no JSON, or JSON of another form. */
    static Changed broken(Random random, String text) {
        int at = random.nextInt(Math.max(1, text.length() - 2));
        return switch (random.nextInt(9)) {
            case 0 -> new Changed("cut off at character " + at, text.substring(0, at));
            case 1 -> new Changed("a comma too many", text.replaceFirst("([}\\]])\\s*$", ",$1"));
            case 2 -> new Changed("something behind its end", text + " x");
            case 3 -> new Changed("another document behind it", text + "\n" + text);
            case 4 -> new Changed("a list around it", "[" + text + "]");
            case 5 -> new Changed("a comment in front", "// made by hand\n" + text);
            case 6 -> new Changed("single quotes", text.replace('"', '\''));
            case 7 -> new Changed("nested 5,000 deep", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
            default -> new Changed("null alone", "null");
        };
    }

    /** The same document, written otherwise. */
    static Changed rewritten(Random random, JsonNode document) {
        return switch (random.nextInt(4)) {
            case 0 -> new Changed("its keys in another order", write(shuffled(random, document)));
            case 1 -> new Changed("written over many lines", document.toPrettyString());
            case 2 -> new Changed("a byte order mark in front", "\ufeff" + write(document));
            default -> new Changed("blanks in front and behind", "\n \t" + write(document) + " \r\n\n");
        };
    }

    private static JsonNode shuffled(Random random, JsonNode node) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            java.util.Collections.shuffle(names, random);
            ObjectNode copy = JSON.createObjectNode();
            names.forEach(name -> copy.set(name, shuffled(random, node.get(name))));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(item -> copy.add(shuffled(random, item)));
            return copy;
        }
        return node;
    }
}
