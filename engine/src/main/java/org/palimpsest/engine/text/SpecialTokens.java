package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the files beside tokenizer.json say of beginning, end and padding. The tokenizer's own configuration is asked
 * first, then the generation configuration, then the model's.
 */
record SpecialTokens(OptionalInt bos, OptionalInt eos, OptionalInt pad, Set<Integer> stops, Optional<Boolean> addsBos) {

    static SpecialTokens read(Path folder, Vocabulary vocabulary) {
        JsonNode tokenizer = JsonFile.readIfPresent(folder.resolve("tokenizer_config.json"));
        JsonNode map = JsonFile.readIfPresent(folder.resolve("special_tokens_map.json"));
        JsonNode generation = JsonFile.readIfPresent(folder.resolve("generation_config.json"));
        JsonNode model = JsonFile.readIfPresent(folder.resolve("config.json"));
        List<JsonNode> named = List.of(tokenizer, map);
        List<JsonNode> numbered = List.of(generation, model);

        OptionalInt eos = find("eos", named, numbered, vocabulary);
        Set<Integer> stops = new LinkedHashSet<>();
        eos.ifPresent(stops::add);
        for (JsonNode ids : numbered) {
            JsonNode value = ids.path("eos_token_id");
            (value.isArray() ? value : List.of(value)).forEach(id -> {
                if (id.isInt()) {
                    stops.add(id.asInt());
                }
            });
        }
        JsonNode adds = tokenizer.path("add_bos_token");
        return new SpecialTokens(
                find("bos", named, numbered, vocabulary),
                eos,
                find("pad", named, numbered, vocabulary),
                Set.copyOf(stops),
                adds.isBoolean() ? Optional.of(adds.asBoolean()) : Optional.empty());
    }

    private static OptionalInt find(String role, List<JsonNode> named, List<JsonNode> numbered, Vocabulary vocabulary) {
        for (JsonNode source : named) {
            JsonNode token = source.path(role + "_token");
            if (source.has(role + "_token") && token.isNull()) {
                // An explicit null means: this tokenizer has none, whatever the model's configuration inherited.
                return OptionalInt.empty();
            }
            String text = token.isObject() ? token.path("content").asText() : token.asText();
            OptionalInt id = vocabulary.idOf(text);
            if (!text.isEmpty() && id.isPresent()) {
                return id;
            }
        }
        for (JsonNode source : numbered) {
            JsonNode value = source.path(role + "_token_id");
            JsonNode id = value.isArray() ? value.path(0) : value;
            if (id.isInt()) {
                return OptionalInt.of(id.asInt());
            }
        }
        return OptionalInt.empty();
    }
}
