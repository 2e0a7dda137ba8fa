package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds texts that hold half a character: a surrogate of UTF-16 without its partner, which no file can be named by or hold. */
final class HalfCharacters {
    private final List<RecipeProblem> problems = new ArrayList<>();

    private HalfCharacters() {}

    /** Every text and key of a document that does, by its place. */
    static List<RecipeProblem> in(JsonNode document) {
        HalfCharacters found = new HalfCharacters();
        found.look("", document);
        return found.problems;
    }

    private void look(String pointer, JsonNode node) {
        if (node.isTextual()) {
            tell(pointer, node.textValue());
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            tell(pointer, member.getKey());
            look(pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(pointer + "/" + i, node.get(i));
            }
        }
    }

    private void tell(String pointer, String text) {
        text.codePoints()
                .filter(c -> Character.getType(c) == Character.SURROGATE)
                .findFirst()
                .ifPresent(half -> problems.add(RecipeProblem.at(
                        pointer,
                        "this holds half a character (\\u%04x without its other half). Write the whole character, or leave it out."
                                .formatted(half))));
    }
}
