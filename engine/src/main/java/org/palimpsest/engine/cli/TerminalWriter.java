package org.palimpsest.engine.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.palimpsest.engine.report.Visible;

/**
 * The last thing before a terminal: lets through lines, tabs, returns to a line's beginning, and the two codes that this program
 * itself writes, colours ({@code ESC [ … m}) and clearing a line ({@code ESC [ … K}). Whatever else a terminal would obey is shown as
 * the replacement character, wherever it came from.
 */
final class TerminalWriter extends FilterWriter {
    private static final char ESCAPE = '\u001b';
    private static final char REPLACEMENT = '\uFFFD';

    /** A code that has begun, from its escape on; empty otherwise. */
    private final StringBuilder code = new StringBuilder();

    TerminalWriter(Writer terminal) {
        super(terminal);
    }

    @Override
    public void write(int c) throws IOException {
        synchronized (lock) {
            take((char) c);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        synchronized (lock) {
            for (int i = from; i < from + length; i++) {
                take(text[i]);
            }
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    private void take(char c) throws IOException {
        if (code.length() == 0) {
            begin(c);
            return;
        }
        boolean parameter = (c >= '0' && c <= '9') || c == ';';
        if (code.length() == 1 ? c == '[' : parameter) {
            code.append(c);
        } else if (code.length() > 1 && (c == 'm' || c == 'K')) {
            out.append(code).append(c);
            code.setLength(0);
        } else {
            // No code of ours: its letters are shown, and do nothing.
            out.append(REPLACEMENT).append(code, 1, code.length());
            code.setLength(0);
            begin(c);
        }
    }

    private void begin(char c) throws IOException {
        if (c == ESCAPE) {
            code.append(c);
        } else {
            boolean ours = c == '\n' || c == '\r' || c == '\t';
            out.append(Visible.isControl(c) && !ours ? REPLACEMENT : c);
        }
    }
}
