package org.palimpsest.app.compare.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Recipes setting by setting; a setting goes by its JSON pointer ({@code /training/learningRate}).
 *
 * @param differing the settings that are not the same in all, in the order of the recipes
 * @param settings how many settings there are in all
 */
public record RecipeDiff(List<Row> differing, int settings) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RecipeDiff {
        differing = List.copyOf(differing);
    }

    /**
     * A setting.
     *
     * @param values a value for each recipe, in their order; null where a recipe does not have it
     */
    public record Row(String pointer, List<String> values) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * Compares recipes.
     *
     * @param recipes their JSON texts
     * @throws JsonProcessingException if one is no JSON
     */
    public static RecipeDiff of(List<String> recipes) throws JsonProcessingException {
        List<Map<String, String>> flat = new ArrayList<>();
        Set<String> pointers = new LinkedHashSet<>();
        for (String recipe : recipes) {
            Map<String, String> leaves = new LinkedHashMap<>();
            flatten("", JSON.readTree(recipe), leaves);
            flat.add(leaves);
            pointers.addAll(leaves.keySet());
        }
        List<Row> rows = new ArrayList<>();
        for (String pointer : pointers) {
            List<String> values = new ArrayList<>();
            flat.forEach(leaves -> values.add(leaves.get(pointer)));
            if (values.stream().anyMatch(value -> !Objects.equals(value, values.get(0)))) {
                rows.add(new Row(pointer, values));
            }
        }
        return new RecipeDiff(rows, pointers.size());
    }

    private static void flatten(String pointer, JsonNode node, Map<String, String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(entry -> flatten(
                            pointer + '/' + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            entry.getValue(),
                            leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(pointer + '/' + i, node.get(i), leaves);
            }
        } else {
            leaves.put(pointer, number(node));
        }
    }

    /** 1 and 1.0 are one number. */
    private static String number(JsonNode node) {
        if (node.isNumber()) {
            double value = node.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
