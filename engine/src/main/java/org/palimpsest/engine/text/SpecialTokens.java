package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the files beside tokenizer.json say of beginning, end and padding. The tokenizer's own configuration is asked
 * first, then the generation configuration, then the model's. Which token begins a text is said here; whether one does, the
 * tokenizer's post-processor decides.
 *
 * @param numbered every id that the configurations give as a number, used or not
 */
record SpecialTokens(
        OptionalInt bos, OptionalInt eos, OptionalInt pad, Set<Integer> stops, List<ConfiguredId> numbered) {

    static SpecialTokens read(Path folder, Vocabulary vocabulary) {
        List<ConfiguredId> numbered = ConfiguredIds.of(folder);
        List<Named> named =
                List.of(new Named(folder, "tokenizer_config.json"), new Named(folder, "special_tokens_map.json"));
        OptionalInt eos = find("eos", named, numbered, vocabulary);
        Set<Integer> stops = new LinkedHashSet<>();
        eos.ifPresent(stops::add);
        stops.addAll(ConfiguredIds.ends(numbered));
        return new SpecialTokens(
                find("bos", named, numbered, vocabulary),
                eos,
                find("pad", named, numbered, vocabulary),
                Set.copyOf(stops),
                numbered);
    }

    private static OptionalInt find(
            String role, List<Named> named, List<ConfiguredId> numbered, Vocabulary vocabulary) {
        for (Named source : named) {
            if (source.denies(role)) {
                // An explicit null means: this tokenizer has none, whatever the model's configuration inherited.
                return OptionalInt.empty();
            }
            Optional<String> text = source.token(role);
            if (text.isPresent()) {
                OptionalInt id = vocabulary.idOf(text.get());
                // What fills the end of a batch is never looked at, so a padding token may be missing.
                if (id.isPresent() || !role.equals("pad")) {
                    return OptionalInt.of(id.orElseThrow(() -> source.lacking(role, text.get())));
                }
            }
        }
        return numbered.stream()
                .filter(id -> id.key().equals(role + "_token_id") && id.isToken())
                .mapToInt(ConfiguredId::id)
                .findFirst();
    }

    /** {@code id 2}, or {@code ids 1, 2}. */
    static String words(Set<Integer> ids) {
        String list = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return (ids.size() == 1 ? "id " : "ids ") + list;
    }

    /** A file that names tokens by their text. */
    private record Named(Path file, JsonNode root) {
        Named(Path folder, String name) {
            this(folder.resolve(name), JsonFile.readIfPresent(folder.resolve(name)));
        }

        boolean denies(String role) {
            return root.path(role + "_token").isNull();
        }

        Optional<String> token(String role) {
            JsonNode token = root.path(role + "_token");
            JsonNode text = token.isObject() ? token.path("content") : token;
            if (token.isMissingNode()) {
                return Optional.empty();
            }
            if (!text.isTextual()) {
                throw TokenizerException.in(
                        file,
                        "\"%s_token\" must be a token's text, or an object with its \"content\", but is %s"
                                .formatted(role, token));
            }
            return Optional.of(text.asText()).filter(given -> !given.isEmpty());
        }

        TokenizerException lacking(String role, String text) {
            return TokenizerException.in(
                    file,
                    "names \"%s\" as \"%s_token\", but tokenizer.json beside it has no such token; save the tokenizer once more with the Python library, which writes both"
                            .formatted(text, role));
        }
    }

    /**
     * Checks the ids that configurations give as numbers.
     *
     * @throws TokenizerException if one is not below {@code modelVocabulary}; the message names its file and key
     */
    void requireWithin(int modelVocabulary, Path model) {
        for (ConfiguredId id : numbered) {
            if (id.id() >= modelVocabulary) {
                throw TokenizerException.in(id.file(), id.beyond(modelVocabulary, model));
            }
        }
    }
}
