package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table in fixed-width letters.
 *
 * @param head its heading, a line an entry
 * @param cells one text a row
 * @param left true to start texts at the left; numbers end at the right
 */
record TextColumn(List<String> head, List<String> cells, boolean left) {

    TextColumn {
        head = List.copyOf(head);
        cells = List.copyOf(cells);
    }

    /** Terminal columns it takes. */
    int width() {
        return Stream.concat(head.stream(), cells.stream())
                .mapToInt(TextColumn::width)
                .max()
                .orElse(0);
    }

    /** A line of the heading, which stands at the bottom of {@code lines} lines. */
    String headLine(int line, int lines) {
        int own = line - (lines - head.size());
        return padded(own < 0 ? "" : head.get(own));
    }

    String cell(int row) {
        return padded(cells.get(row));
    }

    private String padded(String text) {
        String space = " ".repeat(width() - width(text));
        return left ? text + space : space + text;
    }

    /** Words in lines of at most {@code width}, longer words alone on theirs. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            int last = lines.size() - 1;
            if (last >= 0 && width(lines.get(last)) + 1 + width(word) <= width) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    /** The text, cut with an ellipsis where it is longer. */
    static String shortened(String text, int width) {
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > width - 1 && width(text) > width) {
                return kept.append("…").toString();
            }
            kept.appendCodePoint(c);
        }
        return text;
    }

    /** Terminal columns a text takes: none for combining marks, two for East Asian scripts. */
    static int width(String text) {
        return text.codePoints().map(TextColumn::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> 1;
        };
    }
}
