package org.palimpsest.app.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.engine.recipe.DataFormat;
import org.palimpsest.engine.recipe.DataSource;

/** Questions with their true answers from a recipe's data, as far as they can be read without the engine: JSON and JSON Lines. */
final class DataRows {
    private static final JsonMapper JSON = new JsonMapper();

    private DataRows() {}

    /**
     * The first rows that have a question and an answer.
     *
     * @param source null gives none
     * @param limit at most so many
     * @throws IOException if the file cannot be read or is no JSON; the message names it
     */
    static List<Suggestion> first(DataSource source, Suggestion.Origin origin, int limit) throws IOException {
        List<Suggestion> rows = new ArrayList<>();
        if (source == null || !isJson(source)) {
            return rows;
        }
        String question = source.columns().getOrDefault("question", "question");
        String answer = source.columns().getOrDefault("answer", "answer");
        RowChoice choice = new RowChoice(source.rows());
        Path file = Path.of(source.path());
        try (MappingIterator<JsonNode> nodes = JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
            for (int row = 0; rows.size() < limit && nodes.hasNextValue(); row++) {
                JsonNode node = nodes.nextValue();
                if (choice.takes(row)
                        && node.path(question).isTextual()
                        && node.path(answer).isTextual()) {
                    rows.add(new Suggestion(
                            node.path(question).asText().strip(),
                            node.path(answer).asText().strip(),
                            origin));
                }
            }
        } catch (JsonProcessingException e) {
            // The engine says more when it reads the file; its library's own words are no help to anybody.
            throw new IOException(
                    e.getLocation() == null
                            ? "%s: is not JSON that can be read".formatted(file)
                            : "%s: broken JSON at line %d, column %d"
                                    .formatted(
                                            file,
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr()),
                    e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return rows;
    }

    private static boolean isJson(DataSource source) {
        if (source.format() == DataFormat.JSON || source.format() == DataFormat.JSONL) {
            return true;
        }
        String name = source.path().toLowerCase(Locale.ROOT);
        return source.format() == DataFormat.AUTO
                && (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson"));
    }
}
