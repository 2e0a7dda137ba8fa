package org.palimpsest.engine.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What happens to text files of any form between one program and the next. */
final class TextChanges {

    /** A changed file. */
    record Change(String what, byte[] bytes, Allowed allowed) {}

    private TextChanges() {}

    /** Another encoding or other line ends; the rows are the same, if they can be read. */
    static Change encoded(Random random, String text) {
        return switch (random.nextInt(6)) {
            case 0 -> new Change("with a byte order mark", utf8("\ufeff" + text), Allowed.SAME);
            case 1 ->
                new Change(
                        "in UTF-16, little end first",
                        ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                        Allowed.SAME_OR_REFUSED);
            case 2 ->
                new Change("in UTF-16, big end first", text.getBytes(StandardCharsets.UTF_16), Allowed.SAME_OR_REFUSED);
            case 3 ->
                new Change(
                        "in UTF-16 without a mark", text.getBytes(StandardCharsets.UTF_16LE), Allowed.SAME_OR_REFUSED);
            // Letters that Latin-1 does not have become question marks, so that nothing but a refusal is right.
            case 4 ->
                new Change("in Windows-1252", text.getBytes(Charset.forName("windows-1252")), Allowed.TOLD_OR_REFUSED);
            default ->
                new Change(
                        "with a lone continuation byte",
                        Bytes.join(utf8(text), new byte[] {(byte) 0x80, '\n'}),
                        Allowed.TOLD_OR_REFUSED);
        };
    }

    /** An accident or another kind of file. Bytes that are no text any more must not be taken. */
    static Change damaged(Random random, byte[] bytes) {
        Bytes.Changed changed =
                random.nextInt(3) == 0 ? Bytes.imposter(random) : Bytes.accident(random, bytes, 0, bytes.length);
        boolean text = isText(changed.bytes()) && !changed.what().startsWith("a ");
        return new Change(changed.what(), changed.bytes(), text ? Allowed.ANYTHING : Allowed.TOLD_OR_REFUSED);
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
