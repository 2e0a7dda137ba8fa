package org.palimpsest.engine.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.fault.Excerpt;

/** Takes the values of one row as the types they must have. */
record CellReader(Table table, int row, Map<String, Object> values) {
    /** A text that must be there and not be blank. */
    String text(String column) {
        return optionalText(column)
                .filter(text -> !isEmpty(text))
                .orElseThrow(() -> wrong(column, "text", values.get(column) == null ? "absent" : "empty"));
    }

    /** A text that may be absent; blank ones count as such. */
    Optional<String> filledText(String column) {
        return optionalText(column).filter(text -> !isEmpty(text));
    }

    private Optional<String> optionalText(String column) {
        return Optional.ofNullable(values.get(column)).map(value -> single(column, value));
    }

    /** A list of texts; one text alone counts as a list, nothing as an empty one. */
    List<String> texts(String column) {
        Object value = values.get(column);
        if (value instanceof String text && ListText.isMeant(text)) {
            value = ListText.parse(text).orElseThrow(() -> unreadableList(column, text));
        }
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
                    return sound(column, text);
                })
                .toList();
    }

    private String single(String column, Object value) {
        if (value instanceof String text) {
            if (table.format() == DataFormat.CSV && ListText.isMeant(text)) {
                throw unreadableList(column, text);
            }
            return sound(column, text);
        }
        if (value instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String text) {
            return sound(column, text);
        }
        throw wrong(column, "text", described(value));
    }

    /** Whether nothing of a text can be seen: there are blanks that do not look like one to Java. */
    static boolean isEmpty(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    /**
     * Halves of characters come of texts that were cut between two chars; no encoding has bytes for them. Zeros come of files that
     * were damaged before.
     */
    private String sound(String column, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0) {
                throw DataException.in(
                        table.file(),
                        "%s holds a zero (\\u0000 at place %d of the text), which no text has; mend the text or take the row out (rows are counted from 0)"
                                .formatted(place(column), i));
            }
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw DataException.in(
                        table.file(),
                        "%s holds half a character (\\u%04x at place %d of the text), which no model can read; mend the text or take the row out (rows are counted from 0)"
                                .formatted(place(column), (int) c, i));
            }
        }
        return text;
    }

    static String described(Object value) {
        if (value == null) {
            return "an empty value";
        }
        if (value instanceof List<?> list) {
            return "a list of %d values".formatted(list.size());
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof String text) {
            return "the text " + Excerpt.of(text);
        }
        if (value instanceof UnreadValue unread) {
            return unread.words();
        }
        return (value instanceof Number ? "the number " : "the value ") + value;
    }

    private DataException unreadableList(String column, String text) {
        return DataException.in(
                table.file(),
                "%s looks like a list of texts (%s), but neither JSON nor Python writes one so; expected [\"…\", \"…\"] (rows are counted from 0)"
                        .formatted(place(column), Excerpt.of(text)));
    }

    private String place(String column) {
        return column.equals(Table.ONLY) ? "row %d".formatted(row) : "row %d, column \"%s\"".formatted(row, column);
    }

    private DataException wrong(String column, String expected, String found) {
        return DataException.in(
                table.file(),
                "%s is %s; expected %s (rows are counted from 0)".formatted(place(column), found, expected));
    }
}
