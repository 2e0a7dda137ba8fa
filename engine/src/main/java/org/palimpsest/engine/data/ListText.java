package org.palimpsest.engine.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list of texts written as text, as tables hold it: {@code ["a", "b"]} as JSON writes it, or {@code ['a', "b's"]} as Python does,
 * whose texts end with the quote they begin with and know more escapes.
 */
final class ListText {
    /** What begins like a list of texts, or is an empty one; it may be cut off. */
    private static final Pattern LIKE_A_LIST =
            Pattern.compile("\\s*\\[\\s*(?:\\]\\s*|[urbURB]{0,2}['\"].*)", Pattern.DOTALL);

    private static final String SIMPLE_ESCAPES = "\\'\"/abfnrtv";
    private static final String ESCAPED = "\\'\"/\u0007\b\f\n\r\t\u000b";

    private final String text;
    private int at;

    private ListText(String text) {
        this.text = text;
    }

    /** Whether a text is meant as a list of texts, readable or not. */
    static boolean isMeant(String text) {
        return LIKE_A_LIST.matcher(text).matches();
    }

    /** The list; empty if the text is none. Values that are no texts are of the types that JSON gives them. */
    static Optional<List<Object>> parse(String text) {
        if (!isMeant(text)) {
            return Optional.empty();
        }
        ListText reading = new ListText(text.strip());
        List<Object> items = reading.list();
        return reading.failed() || reading.at != reading.text.length() ? Optional.empty() : Optional.of(items);
    }

    private boolean failed() {
        return at < 0;
    }

    private List<Object> list() {
        List<Object> items = new ArrayList<>();
        at = 1;
        skipSpace();
        while (!failed() && peek() != ']') {
            items.add(item());
            skipSpace();
            if (peek() == ',') {
                at++;
                skipSpace();
            } else if (peek() != ']') {
                at = -1;
            }
        }
        if (!failed()) {
            at++;
        }
        return items;
    }

    /** The character at this place; 0 behind the last one and after a failure. */
    private char peek() {
        return at < 0 || at >= text.length() ? 0 : text.charAt(at);
    }

    private void skipSpace() {
        while (at >= 0 && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private Object item() {
        if (peek() == 'u' && at + 1 < text.length() && (text.charAt(at + 1) == '\'' || text.charAt(at + 1) == '"')) {
            at++;
        }
        if (peek() == '\'' || peek() == '"') {
            return string();
        }
        int from = at;
        while (peek() != 0 && peek() != ',' && peek() != ']') {
            at++;
        }
        return word(text.substring(from, Math.max(from, at)).strip());
    }

    private Object word(String word) {
        switch (word) {
            case "None", "null":
                return null;
            case "True", "true":
                return true;
            case "False", "false":
                return false;
            default:
                try {
                    return new BigDecimal(word);
                } catch (NumberFormatException e) {
                    at = -1;
                    return null;
                }
        }
    }

    private String string() {
        char quote = peek();
        at++;
        StringBuilder value = new StringBuilder();
        while (peek() != 0 && peek() != quote) {
            if (peek() == '\\') {
                escape(value);
            } else {
                value.append(peek());
                at++;
            }
        }
        if (peek() == quote) {
            at++;
        } else {
            at = -1;
        }
        return value.toString();
    }

    private void escape(StringBuilder value) {
        at++;
        char kind = peek();
        int simple = SIMPLE_ESCAPES.indexOf(kind);
        if (kind != 0 && simple >= 0) {
            value.append(ESCAPED.charAt(simple));
            at++;
            return;
        }
        int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        int end = at + 1 + digits;
        if (digits == 0 || end > text.length() || !text.substring(at + 1, end).matches("[0-9a-fA-F]+")) {
            at = -1;
            return;
        }
        long code = Long.parseLong(text.substring(at + 1, end), 16);
        if (code > Character.MAX_CODE_POINT) {
            at = -1;
            return;
        }
        value.appendCodePoint((int) code);
        at = end;
    }
}
