package org.palimpsest.engine.report;

/** Text of tokens and names made visible on paper. */
final class Visible {

    private Visible() {}

    /** The text without control characters, which no page may hold. */
    static String text(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                visible.append('⏎');
            } else if (c == '\t') {
                visible.append('⇥');
            } else if (Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
                visible.append('\uFFFD');
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    /** A token: spaces at its ends shown, and cut after {@code length} characters. */
    static String token(String token, int length) {
        String text = text(token);
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        String shown = "␣".repeat(start) + text.substring(start, end) + "␣".repeat(text.length() - end);
        return shown.isEmpty() ? "∅" : TextColumn.shortened(shown, length);
    }
}
