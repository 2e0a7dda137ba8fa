package org.palimpsest.engine.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.fault.Excerpt;
import org.palimpsest.engine.fault.JsonFault;

/** Rows of a JSON array, of JSON values one after the other, or of one object that holds them. */
final class JsonRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Python writes NaN and Infinity, which no column of texts may have but others do.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final FileContent content;
    private final RowCollector rows;
    private final JsonParser parser;
    /** The line at which the row that is being read begins, 0 between two rows. */
    private int begin;

    private boolean array;
    /** 1 while a first object has been read of which is not known yet whether it is a row, otherwise 0. */
    private int held;

    private JsonRows(FileContent content, RowCollector rows, JsonParser parser) {
        this.content = content;
        this.rows = rows;
        this.parser = parser;
    }

    /**
     * Reads a file to its end.
     *
     * @return what it turned out to be: an object that holds rows is one JSON document
     */
    static DataFormat read(FileContent content, RowCollector rows) {
        try (StrictReader text = StrictReader.of(content.file(), content.encoding());
                JsonParser parser = JSON.createParser(text)) {
            return new JsonRows(content, rows, parser).read();
        } catch (IOException e) {
            throw ReadFailure.of(content.file().path(), content.file().compression(), e);
        }
    }

    private DataFormat read() throws IOException {
        try {
            return parser.nextToken() == JsonToken.START_OBJECT ? objects() : values();
        } catch (JsonProcessingException e) {
            throw DataException.in(
                    content.file().path(),
                    JsonFault.of(e, parser, begin == 0 && !array).words(rows.size() + held, begin),
                    e);
        }
    }

    private DataFormat values() throws IOException {
        array = parser.currentToken() == JsonToken.START_ARRAY;
        JsonToken token = array ? parser.nextToken() : parser.currentToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            row(token);
            token = parser.nextToken();
        }
        if (array && parser.nextToken() != null) {
            String each = parser.currentToken() == JsonToken.START_ARRAY
                    ? " (each line is an array; rows are objects or texts)"
                    : "";
            throw DataException.in(
                    content.file().path(), "something follows the array, at line %d%s".formatted(line(), each));
        }
        return array ? DataFormat.JSON_ARRAY : DataFormat.JSON_LINES;
    }

    /** The first object is a row if others follow it, and may hold all rows if none does. */
    private DataFormat objects() throws IOException {
        begin = line();
        Map<String, Object> first = object(true);
        begin = 0;
        held = 1;
        if (parser.nextToken() == null) {
            return ObjectRows.read(content, first, rows);
        }
        if (content.format() == DataFormat.JSON_ARRAY) {
            throw DataException.in(
                    content.file().path(),
                    "is JSON Lines (a second value begins at line %d), but the recipe says a JSON array; correct \"format\" or leave it out"
                            .formatted(line()));
        }
        held = 0;
        rows.add(first);
        for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
            row(token);
        }
        return DataFormat.JSON_LINES;
    }

    private void row(JsonToken token) throws IOException {
        begin = line();
        switch (token) {
            case START_OBJECT -> rows.add(object(false));
            case VALUE_STRING -> rows.add(Map.of(Table.ONLY, parser.getText()));
            default ->
                throw DataException.in(
                        content.file().path(),
                        "row %d (line %d) is %s; expected an object or a string"
                                .formatted(rows.size(), begin, described(token)));
        }
        begin = 0;
    }

    private String described(JsonToken token) throws IOException {
        return switch (token) {
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "empty";
            case END_ARRAY, END_OBJECT -> "closed before it begins";
            default -> Excerpt.plain(parser.getText(), 40);
        };
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** An object's members; of a row those that are kept. */
    private Map<String, Object> object(boolean all) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!all) {
                rows.column(key);
            }
            if (all || rows.keeps(key)) {
                members.put(key, value(value));
            } else {
                parser.skipChildren();
            }
        }
        return members;
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(true);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    items.add(value(item));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
