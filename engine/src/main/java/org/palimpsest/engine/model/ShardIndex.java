package org.palimpsest.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.fault.JsonFault;

/** The file beside shards that says in which of them each tensor lies. */
public final class ShardIndex {
    /** Its name in a folder. */
    public static final String NAME = "model.safetensors.index.json";

    private static final JsonMapper JSON = new JsonMapper();

    private ShardIndex() {}

    /**
     * For each tensor the shard it is in, as a path from the index's folder, in the file's order.
     *
     * @throws ModelException if the file is no index; the message says at which line, or which entry
     */
    public static Map<String, String> read(Path index) throws IOException {
        JsonNode map;
        try {
            map = JSON.readTree(Files.readString(index)).path("weight_map");
        } catch (JsonProcessingException e) {
            throw new ModelException("%s: %s".formatted(index, JsonFault.of(e).words()), e);
        }
        if (!map.isObject()) {
            throw new ModelException(
                    "%s has no object \"weight_map\", which says in which file each tensor lies; fetch it again"
                            .formatted(index));
        }
        Map<String, String> shards = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (!entry.getValue().isTextual() || !isName(entry.getValue().asText())) {
                throw new ModelException("%s says tensor \"%s\" is in %s, which is no file's name"
                        .formatted(index, entry.getKey(), entry.getValue()));
            }
            shards.put(entry.getKey(), entry.getValue().asText());
        }
        return shards;
    }

    private static boolean isName(String shard) {
        try {
            return !shard.isBlank() && !Path.of(shard).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
