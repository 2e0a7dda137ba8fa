package org.palimpsest.engine.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.palimpsest.engine.report.TerminalTable;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the program writes to.
 *
 * @param interactive whether a person sees it as it is written, so that a line may be written over
 * @param width columns
 * @param charset of what is written
 */
record Terminal(boolean interactive, int width, Charset charset) {
    private static final int USUAL_WIDTH = 120;
    private static final int LEAST_WIDTH = 60;

    /** The one this program was started from. */
    static Terminal detect() {
        boolean interactive = Ansi.AUTO.enabled();
        // Into a file or a pipe goes UTF-8 on every machine, so that JSON is what its standard says.
        Charset charset = interactive ? ownCharset() : StandardCharsets.UTF_8;
        return new Terminal(interactive, width(System.getenv("COLUMNS")), charset);
    }

    private static Charset ownCharset() {
        return Charset.forName(System.getProperty(
                "stdout.encoding", System.getProperty("native.encoding", StandardCharsets.UTF_8.name())));
    }

    private static int width(String columns) {
        return columns != null && columns.matches("\\d{1,4}")
                ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
                : USUAL_WIDTH;
    }

    /** Lines and arrows as far as the charset has them. */
    TerminalTable.Style tableStyle() {
        return charset.newEncoder().canEncode('┼') ? TerminalTable.Style.UNICODE : TerminalTable.Style.ASCII;
    }
}
