package org.palimpsest.engine.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The encodings that a text file may have. All but plain UTF-8 are told by the mark that stands in front. */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    UTF_8_MARKED(StandardCharsets.UTF_8, "UTF-8", 0xef, 0xbb, 0xbf),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, "UTF-16", 0xff, 0xfe),
    UTF_16_BIG(StandardCharsets.UTF_16BE, "UTF-16", 0xfe, 0xff);

    /** What most files are that are no UTF-8; only named, never guessed. */
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int LOOKED_AT = 1024;

    private final Charset charset;
    private final String words;
    private final int[] mark;

    TextEncoding(Charset charset, String words, int... mark) {
        this.charset = charset;
        this.words = words;
        this.mark = mark;
    }

    /**
     * The encoding of a text that begins so.
     *
     * @throws DataException if it is UTF-32, or UTF-16 without its mark
     */
    static TextEncoding of(Path file, byte[] head) {
        if (begins(head, 0xff, 0xfe, 0, 0) || begins(head, 0, 0, 0xfe, 0xff)) {
            throw DataException.in(file, "is UTF-32 text; save it as UTF-8");
        }
        for (TextEncoding encoding : new TextEncoding[] {UTF_8_MARKED, UTF_16_LITTLE, UTF_16_BIG}) {
            if (begins(head, encoding.mark)) {
                return encoding;
            }
        }
        int looked = Math.min(head.length, LOOKED_AT) / 2 * 2;
        int even = zeros(head, 0, looked);
        int odd = zeros(head, 1, looked);
        // Every other byte of western text is 0 in UTF-16; binary files have zeros in both places.
        if (looked >= 4 && Math.max(even, odd) > looked / 4 && 8 * Math.min(even, odd) < Math.max(even, odd)) {
            throw DataException.in(
                    file,
                    "looks like UTF-16 text without the mark that tells the order of its bytes; save it as UTF-8");
        }
        return UTF_8;
    }

    private static int zeros(byte[] head, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean begins(byte[] head, int... mark) {
        return head.length >= mark.length && IntStream.range(0, mark.length).allMatch(i -> (head[i] & 0xff) == mark[i]);
    }

    /** The beginning of a text for looking at; what is no character is replaced, as the real reading refuses it. */
    String look(byte[] head) {
        String text = new String(head, mark.length, head.length - mark.length, charset);
        // The last character may be cut in two.
        return text.endsWith("\ufffd") ? text.substring(0, text.length() - 1) : text;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    Charset charset() {
        return charset;
    }

    String words() {
        return words;
    }

    int markLength() {
        return mark.length;
    }
}
