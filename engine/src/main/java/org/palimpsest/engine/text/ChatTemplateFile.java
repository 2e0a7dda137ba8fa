package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the chat template of a folder: its own file, or a key of tokenizer_config.json (one text, or named ones). */
final class ChatTemplateFile {
    private ChatTemplateFile() {}

    static Optional<String> find(Path folder) {
        Path own = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(own)) {
            try {
                return Optional.of(Files.readString(own));
            } catch (IOException e) {
                throw TokenizerException.in(own, "cannot be read (" + e + ")", e);
            }
        }
        JsonNode template =
                JsonFile.readIfPresent(folder.resolve("tokenizer_config.json")).path("chat_template");
        if (template.isTextual()) {
            return Optional.of(template.asText());
        }
        for (JsonNode named : template) {
            if (named.path("name").asText().equals("default")) {
                return Optional.of(named.path("template").asText());
            }
        }
        return Optional.empty();
    }
}
