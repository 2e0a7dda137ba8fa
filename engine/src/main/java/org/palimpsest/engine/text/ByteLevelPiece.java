package org.palimpsest.engine.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A piece of a byte-level vocabulary, which writes every byte as one printable character: printable Latin-1 stands for
 * itself, the other 68 bytes stand in order from U+0100 on (Radford et al. 2019, GPT-2's encoder).
 */
final class ByteLevelPiece {
    private static final int[] BYTE_OF = bytes();

    private ByteLevelPiece() {}

    /** The text of the piece, or its bytes as {@code <0xE2>} when they are no whole character. */
    static String readable(String piece) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c >= BYTE_OF.length || BYTE_OF[c] < 0) {
                return piece;
            }
            bytes.write(BYTE_OF[c]);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException partOfACharacter) {
            StringBuilder hex = new StringBuilder();
            for (byte b : bytes.toByteArray()) {
                hex.append("<0x%02X>".formatted(b & 0xff));
            }
            return hex.toString();
        }
    }

    private static int[] bytes() {
        int[] byteOf = new int[0x100 + 68];
        Arrays.fill(byteOf, -1);
        int next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
            byteOf[printable ? b : next++] = b;
        }
        return byteOf;
    }
}
