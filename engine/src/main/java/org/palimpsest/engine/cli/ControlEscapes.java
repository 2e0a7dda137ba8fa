package org.palimpsest.engine.cli;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.palimpsest.engine.report.Visible;

/** Writes as escapes, beside what JSON asks for, every other character that a terminal would obey; a program reads the same text. */
final class ControlEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[DELETE] = ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return Visible.isControl(character) ? new SerializedString("\\u%04x".formatted(character)) : null;
    }
}
