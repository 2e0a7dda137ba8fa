package org.palimpsest.engine.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.engine.fault.JsonFault;

/** Reads the JSON files beside a tokenizer, and says at which line and column one is broken. */
final class JsonFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonFile() {}

    /** The file's object. */
    static JsonNode read(Path file) {
        try {
            JsonNode node = MAPPER.readTree(file.toFile());
            if (!node.isObject()) {
                throw TokenizerException.in(file, "holds no JSON object, so it is not what its name says");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw TokenizerException.in(file, JsonFault.of(e).words() + ". Fetch the file again or repair it", e);
        } catch (IOException e) {
            throw TokenizerException.in(file, "cannot be read (" + e + ")", e);
        }
    }

    /** The file's object, or a missing node when there is no such file. */
    static JsonNode readIfPresent(Path file) {
        return Files.isRegularFile(file) ? read(file) : MissingNode.getInstance();
    }
}
