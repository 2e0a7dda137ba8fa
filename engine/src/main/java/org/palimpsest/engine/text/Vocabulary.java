package org.palimpsest.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pieces of a tokenizer.json by id: the model's own vocabulary and the added tokens. */
final class Vocabulary {
    private final Map<Integer, String> pieces = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final BitSet added = new BitSet();
    private final BitSet special = new BitSet();
    private final boolean byteLevel;
    private final int largestId;
    private final String kind;

    Vocabulary(JsonNode tokenizer, Path file) {
        JsonNode vocabulary = tokenizer.path("model").path("vocab");
        if (vocabulary.isObject()) {
            vocabulary.properties().forEach(entry -> put(entry.getValue().asInt(), entry.getKey()));
        } else if (vocabulary.isArray()) {
            for (int id = 0; id < vocabulary.size(); id++) {
                put(id, vocabulary.get(id).path(0).asText());
            }
        } else {
            throw TokenizerException.in(
                    file, "has no model.vocab, so it is not a tokenizer of the Hugging Face tokenizers library");
        }
        for (JsonNode token : tokenizer.path("added_tokens")) {
            int id = token.path("id").asInt();
            put(id, token.path("content").asText());
            added.set(id);
            special.set(id, token.path("special").asBoolean());
        }
        if (pieces.isEmpty()) {
            throw TokenizerException.in(file, "has an empty vocabulary");
        }
        kind = tokenizer.path("model").path("type").asText("BPE");
        byteLevel = tokenizer.path("decoder").toString().contains("\"ByteLevel\"");
        largestId = pieces.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private void put(int id, String piece) {
        pieces.put(id, piece);
        ids.put(piece, id);
    }

    /** The algorithm's name in the file; older files leave out that of byte-pair encoding. */
    String kind() {
        return kind;
    }

    int largestId() {
        return largestId;
    }

    /** The added tokens by id. */
    Map<Integer, String> addedTokens() {
        Map<Integer, String> tokens = new TreeMap<>();
        added.stream().forEach(id -> tokens.put(id, pieces.get(id)));
        return tokens;
    }

    /** Pieces that are no added tokens. */
    Stream<String> ordinaryPieces() {
        return pieces.entrySet().stream()
                .filter(piece -> !added.get(piece.getKey()))
                .map(Map.Entry::getValue);
    }

    /** All ids that have a piece. */
    BitSet used() {
        BitSet used = new BitSet();
        pieces.keySet().forEach(used::set);
        return used;
    }

    /** Whether pieces are bytes written as printable characters (GPT-2's way). */
    boolean byteLevel() {
        return byteLevel;
    }

    boolean isAdded(int id) {
        return added.get(id);
    }

    boolean isSpecial(int id) {
        return special.get(id);
    }

    /** The piece as it stands in the file, or null when the id is not used. */
    String piece(int id) {
        return pieces.get(id);
    }

    OptionalInt idOf(String piece) {
        Integer id = ids.get(piece);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
