package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the token ids that generation_config.json and config.json give as numbers, the first file first. */
final class ConfiguredIds {
    private static final String END = "eos_token_id";
    private static final List<String> SINGLE = List.of("bos_token_id", "pad_token_id");
    private static final List<String> FILES = List.of("generation_config.json", "config.json");

    private ConfiguredIds() {}

    /**
     * All ids of a folder.
     *
     * @throws TokenizerException if one is no whole number that a token can have; the message names file, key and value
     */
    static List<ConfiguredId> of(Path folder) {
        List<ConfiguredId> ids = new ArrayList<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            JsonNode root = JsonFile.readIfPresent(file);
            // A model that sees pictures too keeps what concerns its text by itself.
            add(ids, file, root);
            add(ids, file, root.path("text_config"));
        }
        return List.copyOf(ids);
    }

    /** The ids at which generation stops, in order. */
    static Set<Integer> ends(List<ConfiguredId> ids) {
        return ids.stream()
                .filter(id -> id.key().equals(END))
                .map(ConfiguredId::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void add(List<ConfiguredId> ids, Path file, JsonNode root) {
        JsonNode end = root.path(END);
        for (JsonNode id : end.isArray() ? end : List.of(end)) {
            add(ids, file, END, id);
        }
        SINGLE.forEach(key -> add(ids, file, key, root.path(key)));
    }

    private static void add(List<ConfiguredId> ids, Path file, String key, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw TokenizerException.in(
                    file,
                    "\"%s\" must be a token id, a whole number such as 2%s, but is %s; correct the file"
                            .formatted(key, key.equals(END) ? " or a list of them" : "", value));
        }
        int id = value.asInt();
        boolean none = id == -1 && key.equals("pad_token_id");
        if (id < 0 && !none) {
            throw TokenizerException.in(
                    file,
                    "\"%s\" is %d, but a token id is 0 or larger; correct it, or remove it if the model has no such token"
                            .formatted(key, id));
        }
        ids.add(new ConfiguredId(file, key, id));
    }
}
