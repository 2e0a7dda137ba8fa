package org.palimpsest.sample.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One visible character for each of the 256 bytes, as GPT-2 defined it: printable Latin-1 stands for itself, the other
 * bytes follow in their order from U+0100 on ({@code Ġ} is the space).
 */
final class ByteAlphabet {

    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    /** The UTF-8 bytes of {@code text}, a character each. */
    static String spell(String text) {
        StringBuilder spelled = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            spelled.append(CHARACTERS[b & 0xFF]);
        }
        return spelled.toString();
    }

    /** All 256 characters in the order of their code points, which is the order of their token numbers. */
    static List<String> inOrder() {
        return IntStream.range(0, CHARACTERS.length)
                .map(i -> CHARACTERS[i])
                .sorted()
                .mapToObj(Character::toString)
                .toList();
    }

    private static char[] characters() {
        char[] characters = new char[256];
        char next = 0x100;
        for (int b = 0; b < characters.length; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            characters[b] = printable ? (char) b : next++;
        }
        return characters;
    }
}
