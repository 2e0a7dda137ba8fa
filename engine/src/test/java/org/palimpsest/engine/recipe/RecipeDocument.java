package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.HyperParameter;

/** The parts of the document on recipes that follow from the schema and the cards, between marks in the text. */
final class RecipeDocument {
    private static final Pattern LISTED =
            Pattern.compile("(<!-- (\\w+): listed -->\n).*?(<!-- end -->)", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final String KEYS_HEAD = "| key | what it may be | default | meaning |\n| --- | --- | --- | --- |\n";
    private static final String SETTINGS_HEAD =
            "| setting | what it may be | default | meaning |\n| --- | --- | --- | --- |\n";

    private RecipeDocument() {}

    static List<String> examples(String document) {
        return EXAMPLE.matcher(document).results().map(match -> match.group(1)).toList();
    }

    static String filledIn(String document) throws IOException {
        Map<String, String> lists = Map.of(
                "keys", keys(),
                "methods", settings(Catalogue.methods()),
                "metrics", settings(Catalogue.metrics()),
                "probes", settings(Catalogue.probes()),
                "attacks", settings(Catalogue.attacks()));
        return LISTED.matcher(document).replaceAll(match -> Matcher.quoteReplacement(listed(match, lists)));
    }

    private static String listed(MatchResult match, Map<String, String> lists) {
        return match.group(1) + "\n" + lists.get(match.group(2)) + "\n" + match.group(3);
    }

    private static String keys() throws IOException {
        JsonNode schema = new JsonMapper().readTree(RecipeSchema.text());
        List<String> rows = new ArrayList<>();
        addKeys(schema, schema, "", rows);
        rows.add("");
        rows.add("A source of data (`data.forget` and the others) has these keys:");
        rows.add("");
        List<String> source = new ArrayList<>();
        addKeys(schema, schema.at("/$defs/dataSource"), "", source);
        return KEYS_HEAD + String.join("\n", rows) + "\n" + KEYS_HEAD + String.join("\n", source) + "\n";
    }

    private static void addKeys(JsonNode schema, JsonNode object, String prefix, List<String> rows) {
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        object.path("properties").fields().forEachRemaining(entry -> {
            String key = prefix + entry.getKey();
            JsonNode property = entry.getValue();
            boolean needed = required.contains(entry.getKey());
            rows.add(row(key, kind(property), needed ? "**needed**" : standard(property), meaning(property)));
            addKeys(schema, property, key + ".", rows);
            addKeys(schema, property.path("items"), key + "[].", rows);
        });
    }

    private static String kind(JsonNode property) {
        if (property.has("$ref")) {
            return "source";
        }
        if (property.has("enum")) {
            return StreamSupport.stream(property.get("enum").spliterator(), false)
                    .map(choice -> "`" + choice.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        if (property.has("const")) {
            return "`" + property.get("const").asText() + "`";
        }
        return switch (property.path("type").asText()) {
            case "string" -> "text";
            case "array" -> "list";
            case "boolean" -> "`true` or `false`";
            case "integer" -> ("whole number " + range(property)).strip();
            case "number" -> ("number " + range(property)).strip();
            default -> "object";
        };
    }

    /** {@code 1 to 32}, or the one bound there is; a bound that is only the largest number a type can hold says nothing. */
    private static String range(JsonNode property) {
        String from = bound("≥ ", property.get("minimum"), "> ", property.get("exclusiveMinimum"));
        String to = bound("≤ ", property.get("maximum"), "< ", property.get("exclusiveMaximum"));
        return from.startsWith("≥ ") && to.startsWith("≤ ")
                ? from.substring(2) + " to " + to.substring(2)
                : Stream.of(from, to).filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String bound(String sign, JsonNode inclusive, String strictSign, JsonNode exclusive) {
        JsonNode bound = inclusive == null ? exclusive : inclusive;
        boolean empty = bound == null || bound.asLong() >= Integer.MAX_VALUE;
        return empty ? "" : (bound == inclusive ? sign : strictSign) + number(bound.asDouble());
    }

    private static String standard(JsonNode property) {
        JsonNode value = property.get("default");
        if (value == null) {
            return "";
        }
        return "`" + (value.isNumber() ? number(value.asDouble()) : value.toString()) + "`";
    }

    private static String meaning(JsonNode property) {
        return property.path("description").asText();
    }

    private static String settings(List<? extends Card> cards) {
        StringBuilder text = new StringBuilder();
        for (Card card : cards) {
            text.append("### `%s`: %s%n%n%s%n%n".formatted(card.id(), card.name(), formula(card)));
            if (!card.hyperParameters().isEmpty()) {
                text.append(SETTINGS_HEAD);
                card.hyperParameters().forEach(parameter -> text.append(row(
                                parameter.name(),
                                kind(parameter),
                                "`" + shown(parameter.defaultValue()) + "`",
                                parameter.meaning()))
                        .append('\n'));
                text.append('\n');
            }
        }
        return text.toString().replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private static String formula(Card card) {
        return "`" + card.formula().replaceAll("\\s+", " ") + "` ("
                + card.source().authors() + ", " + card.source().reference() + ")";
    }

    private static String kind(HyperParameter parameter) {
        return switch (parameter.kind()) {
            case NUMBER, INTEGER ->
                (parameter.kind() == HyperParameter.Kind.NUMBER ? "number " : "whole number ")
                        + number(parameter.minimum()) + " to " + number(parameter.maximum());
            case CHOICE ->
                parameter.choices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
            case FLAG -> "`true` or `false`";
            case TEXT -> "text";
        };
    }

    private static String shown(Object value) {
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    /** 0.00001 rather than 1.0E-5, 10 rather than 10.0, 1e-8 rather than 0.00000001. */
    private static String number(double value) {
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return plain.scale() > 6 ? plain.unscaledValue() + "e" + -plain.scale() : plain.toPlainString();
    }

    private static String row(String name, String kind, String standard, String meaning) {
        return "| `%s` | %s | %s | %s |".formatted(name, kind, standard, meaning.replace("|", "\\|"));
    }
}
