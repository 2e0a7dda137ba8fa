package org.palimpsest.engine.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the values of one row as the types they must have. */
record CellReader(Path file, int row, Map<String, Object> values) {
    /** A text that must be there and not be blank. */
    String text(String column) {
        Object value = values.get(column);
        if (value == null) {
            throw wrong(column, "text", "absent");
        }
        String text = single(column, value);
        if (text.isBlank()) {
            throw wrong(column, "text", "empty");
        }
        return text;
    }

    Optional<String> optionalText(String column) {
        return Optional.ofNullable(values.get(column)).map(value -> single(column, value));
    }

    /** A list of texts; one text alone counts as a list, nothing as an empty one. */
    List<String> texts(String column) {
        Object value = values.get(column);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(single(column, value));
        }
        return list.stream()
                .map(item -> {
                    if (!(item instanceof String text)) {
                        throw wrong(column, "a list of texts", "a list with " + described(item));
                    }
                    return text;
                })
                .toList();
    }

    private String single(String column, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String text) {
            return text;
        }
        throw wrong(column, "text", described(value));
    }

    private static String described(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof List<?> list) {
            return "a list of %d values".formatted(list.size());
        }
        if (value instanceof Map) {
            return "an object";
        }
        return (value instanceof Number ? "the number " : "the value ") + value;
    }

    private DataException wrong(String column, String expected, String found) {
        String where =
                column.equals(Table.ONLY) ? "row %d".formatted(row) : "row %d, column \"%s\"".formatted(row, column);
        return DataException.in(
                file, "%s is %s; expected %s (rows are counted from 0)".formatted(where, found, expected));
    }
}
