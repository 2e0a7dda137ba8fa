package org.palimpsest.app.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Holds back what native libraries of the window print on standard error while they are loaded: stack traces of each file that was
 * tried, where a person needs one sentence.
 */
final class QuietStart {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    QuietStart() {
        System.setErr(new PrintStream(held, true, StandardCharsets.UTF_8));
    }

    /** The window is there: what was said is said, and nothing is held back any more. */
    void opened() {
        System.setErr(before);
        before.print(held.toString(StandardCharsets.UTF_8));
        before.flush();
    }

    /** There is no window: its sentence comes instead of what was said. */
    void failed() {
        System.setErr(before);
    }
}
