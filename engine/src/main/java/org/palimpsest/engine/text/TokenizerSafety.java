package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What in a tokenizer.json can end the whole program when a text meets it: its native library aborts, and no Java handler hears of
 * that.
 */
final class TokenizerSafety {
    private static final List<String> PARTS = List.of("normalizer", "pre_tokenizer", "post_processor", "decoder");

    private TokenizerSafety() {}

    /** What is not known to be harmless, in words; empty where all is, so that the tokenizer may work in this program. */
    static Optional<String> danger(JsonNode tokenizer) {
        for (String part : PARTS) {
            JsonNode root = tokenizer.path(part);
            for (JsonNode pattern : root.findValues("Regex")) {
                if (!pattern.isTextual() || !PatternCost.isSmall(pattern.asText())) {
                    return Optional.of("the pattern %s of its \"%s\"".formatted(pattern, part));
                }
            }
            if (!root.findValues("precompiled_charsmap").isEmpty()) {
                return Optional.of("the character map of its \"%s\"".formatted(part));
            }
        }
        return Optional.empty();
    }
}
