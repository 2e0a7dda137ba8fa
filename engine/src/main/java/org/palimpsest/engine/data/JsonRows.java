package org.palimpsest.engine.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a JSON array, or of JSON values one after the other. */
final class JsonRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonRows() {}

    static List<Map<String, Object>> read(Path file) {
        // The line at which the row that is being read begins, 0 between two rows.
        int begin = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = array ? parser.nextToken() : parser.currentToken();
            while (token != null && token != JsonToken.END_ARRAY) {
                begin = parser.currentTokenLocation().getLineNr();
                rows.add(row(file, parser, token, rows.size()));
                begin = 0;
                token = parser.nextToken();
            }
            if (array && parser.nextToken() != null) {
                throw DataException.in(
                        file,
                        "something follows the array, at line "
                                + parser.currentTokenLocation().getLineNr());
            }
            return rows;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw DataException.in(
                    file,
                    "broken JSON at line %d, column %d (%s)%s"
                            .formatted(at.getLineNr(), at.getColumnNr(), reason(e), rowBegin(begin, at)),
                    e);
        } catch (IOException e) {
            throw DataException.in(file, "cannot be read (" + e + ")", e);
        }
    }

    /** What the library says without the place it adds to some of its sentences, in words of its own. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
    }

    /** A row that is not closed swallows those behind it, so the mistake is not where it shows. */
    private static String rowBegin(int begin, JsonLocation at) {
        return begin == 0 || begin == at.getLineNr() ? "" : " in the row that begins at line " + begin;
    }

    private static Map<String, Object> row(Path file, JsonParser parser, JsonToken token, int row) throws IOException {
        return switch (token) {
            case START_OBJECT -> parser.readValueAs(OBJECT);
            case VALUE_STRING -> Map.of(Table.ONLY, parser.getText());
            default ->
                throw DataException.in(
                        file,
                        "row %d (line %d) is %s; expected an object or a string"
                                .formatted(row, parser.currentTokenLocation().getLineNr(), parser.getText()));
        };
    }
}
