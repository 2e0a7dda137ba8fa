package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.engine.fault.Excerpt;

/** Finds the chat template of a folder: its own file, or a key of tokenizer_config.json (one text, or named ones). */
final class ChatTemplateFile {
    private ChatTemplateFile() {}

    static Optional<String> find(Path folder) {
        Path own = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(own)) {
            try {
                return Optional.of(Files.readString(own));
            } catch (CharacterCodingException e) {
                throw TokenizerException.in(own, "is not UTF-8; save it as UTF-8", e);
            } catch (IOException e) {
                throw TokenizerException.in(own, "cannot be read: " + e.getMessage(), e);
            }
        }
        Path configuration = folder.resolve("tokenizer_config.json");
        JsonNode template = JsonFile.readIfPresent(configuration).path("chat_template");
        if (template.isTextual()) {
            return Optional.of(template.asText());
        }
        if (template.isMissingNode() || template.isNull()) {
            return Optional.empty();
        }
        if (!template.isArray()) {
            throw TokenizerException.in(
                    configuration,
                    "\"chat_template\" must be a text or a list of named texts, but is "
                            + Excerpt.of(template.toString()));
        }
        for (JsonNode named : template) {
            if (named.path("name").asText().equals("default")
                    && named.path("template").isTextual()) {
                return Optional.of(named.path("template").asText());
            }
        }
        throw TokenizerException.in(
                configuration,
                "\"chat_template\" lists templates of which none is named \"default\" and a text; which one is meant is unknown. Name one so, or take the key out");
    }
}
