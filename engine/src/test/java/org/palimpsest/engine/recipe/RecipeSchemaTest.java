package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecipeSchemaTest {
    private static final JsonNode SCHEMA = schema();

    @Test
    void knowsExactlyTheComponentsOfTheRecords() {
        Map<String, Set<String>> fromRecords = new TreeMap<>();
        Map<String, Set<String>> fromSchema = new TreeMap<>();
        componentsOf(Recipe.class, "", fromRecords);
        propertiesOf(SCHEMA, "", fromSchema);
        assertThat(fromSchema).isEqualTo(fromRecords);
    }

    @Test
    void closesEveryObjectItDescribes() {
        assertThat(SCHEMA.findParents("properties")).allSatisfy(object -> assertThat(
                        object.get("additionalProperties").asBoolean(true))
                .isFalse());
    }

    @Test
    void namesTheSameDefaultsAsTheRecords() {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Object> written = new TreeMap<>();
        Map<String, Object> published = new TreeMap<>();
        for (Map.Entry<String, Object> part : Map.<String, Object>of(
                        "training", Training.DEFAULT,
                        "checkpoints", Checkpoints.DEFAULT,
                        "execution", Execution.DEFAULT,
                        "evaluation", Evaluation.NONE)
                .entrySet()) {
            JsonNode record = mapper.valueToTree(part.getValue());
            JsonNode properties = SCHEMA.at("/properties/" + part.getKey() + "/properties");
            properties.fieldNames().forEachRemaining(name -> {
                JsonNode value = properties.get(name).get("default");
                if (value != null) {
                    String key = part.getKey() + "." + name;
                    published.put(key, value.isNumber() ? value.asDouble() : value);
                    written.put(
                            key, record.get(name).isNumber() ? record.get(name).asDouble() : record.get(name));
                }
            });
        }
        assertThat(published).hasSizeGreaterThan(15).isEqualTo(written);
    }

    @Test
    void describesEveryProperty() {
        assertThat(SCHEMA.findValues("properties")).allSatisfy(properties -> assertThat(properties)
                .allSatisfy(property ->
                        assertThat(property.path("description").asText()).isNotBlank()));
    }

    private static void componentsOf(Class<?> type, String path, Map<String, Set<String>> found) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
            Class<?> part = recordIn(component.getGenericType());
            if (part != null) {
                componentsOf(part, path + "/" + component.getName(), found);
            }
        }
        found.put(path, names);
    }

    /** The record a component holds, itself or in a list; null if it holds none. */
    private static Class<?> recordIn(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType().equals(List.class)) {
            return recordIn(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && plain.isRecord() ? plain : null;
    }

    private static void propertiesOf(JsonNode object, String path, Map<String, Set<String>> found) {
        JsonNode properties = object.get("properties");
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(name -> {
            names.add(name);
            JsonNode property = properties.get(name);
            for (JsonNode part : Arrays.asList(property, property.path("items"), referred(property))) {
                if (part.has("properties")) {
                    propertiesOf(part, path + "/" + name, found);
                }
            }
        });
        found.put(path, names);
    }

    private static JsonNode referred(JsonNode property) {
        return property.has("$ref") ? SCHEMA.at(property.get("$ref").asText().substring(1)) : SCHEMA.path("none");
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(RecipeSchema.text());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
