package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through to a terminal whoever wrote it. */
class TerminalWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain, Ω😀 and\ttabs\n",
                "\r[####] 40 %\u001b[K",
                "\r\u001b[2Kline\n",
                "\u001b[1mbold\u001b[0m",
                "\u001b[1;33myellow\u001b[39;49m",
                "\u001b[mnone"
            })
    void thisProgramsOwnCodesPass(String text) throws IOException {
        assertThat(written(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "\u001b[10A",
                "\u001b[1;1H",
                "\u001b[?25l",
                "\u001b]0;pwned\u0007",
                "\u001bc",
                "\u001b(0",
                "\u001b[31\u001b[2J",
                "\u001bP1$r\u001b\\",
                "\u009b2J",
                "\u0000",
                "\u0007",
                "\b\b",
                "\u007f",
                "\u202etxt.exe",
                "\u2066a\u2069"
            })
    void everyOtherIsShownAndNotObeyed(String text) throws IOException {
        assertThat(written(text + "end").codePoints()).noneMatch(TerminalWriterTest::obeyed);
        assertThat(written(text + "end")).contains("\uFFFD").endsWith("end");
    }

    @Test
    void aCodeInPiecesIsOneCode() throws IOException {
        StringWriter terminal = new StringWriter();
        TerminalWriter writer = new TerminalWriter(terminal);
        for (char c : "\u001b[1mx\u001b[2J".toCharArray()) {
            writer.write(c);
        }
        assertThat(terminal).hasToString("\u001b[1mx\uFFFD[2J");
    }

    private static boolean obeyed(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static String written(String text) throws IOException {
        StringWriter terminal = new StringWriter();
        new TerminalWriter(terminal).write(text);
        return terminal.toString();
    }
}
