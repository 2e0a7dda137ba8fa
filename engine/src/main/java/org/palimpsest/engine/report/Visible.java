package org.palimpsest.engine.report;

import java.util.function.IntUnaryOperator;

/**
 * Text that comes from files (names, answers, paths, messages), made fit for paper and terminals: a control character in it would move
 * a terminal's cursor, change its title or turn what stands beside it round.
 */
public final class Visible {
    private static final char REPLACEMENT = '\uFFFD';

    private Visible() {}

    /** The text in one line: ends of lines and tabs as signs, other control characters as the replacement character. */
    public static String text(String text) {
        return changed(text, c -> switch (c) {
            case '\n', 0x2028, 0x2029 -> '⏎';
            case '\t' -> '⇥';
            default -> safe(c);
        });
    }

    /** The text with its lines and tabs as they are, other control characters as the replacement character. */
    public static String lines(String text) {
        return changed(text.replace("\r\n", "\n"), c -> c == '\n' || c == '\t' ? c : safe(c));
    }

    private static String changed(String text, IntUnaryOperator change) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().map(change).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Whether a terminal would do something else with the character than show it. */
    public static boolean isControl(int c) {
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean separator = c == 0x2028 || c == 0x2029;
        return Character.isISOControl(c) || direction || separator;
    }

    /** Half characters and what Unicode keeps for programs themselves cannot be written at all. */
    private static int safe(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return isControl(c) || half || c == 0xFFFE || c == 0xFFFF ? REPLACEMENT : c;
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
