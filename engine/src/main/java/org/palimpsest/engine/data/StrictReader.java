package org.palimpsest.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file's text, decoded strictly and without the mark of its encoding: what is no character is refused with its place in bytes and
 * its line, where other readers put a substitute. So is a zero, which no text holds but a file does that a crash left unwritten.
 */
final class StrictReader extends Reader {
    private static final int SIZE = 1 << 16;

    private final DataFile file;
    private final TextEncoding encoding;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(SIZE).limit(0);
    /** Where {@code bytes} begins in the file. */
    private long offset;

    private long line = 1;
    private boolean lastWasReturn;
    private boolean ended;
    private boolean flushed;

    private StrictReader(DataFile file, TextEncoding encoding, InputStream in) {
        this.file = file;
        this.encoding = encoding;
        this.in = in;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Opens a file's text.
     *
     * @throws DataException when the file cannot be opened; reading throws it where the text is broken
     */
    static StrictReader of(DataFile file, TextEncoding encoding) {
        try {
            InputStream in = file.bytes();
            StrictReader reader = new StrictReader(file, encoding, in);
            in.skipNBytes(encoding.markLength());
            reader.offset = encoding.markLength();
            return reader;
        } catch (IOException e) {
            throw ReadFailure.of(file.path(), file.compression(), e);
        }
    }

    @Override
    public int read(char[] target, int from, int length) {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    private void decode() {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isUnderflow() && ended) {
            decoder.flush(chars);
            flushed = true;
        }
        chars.flip();
        count();
        if (result.isError()) {
            // What stands before the place has been counted; it is not handed out, since the text ends here for good.
            throw malformed(result.length());
        }
        if (result.isUnderflow() && !ended) {
            fill();
        }
    }

    private void fill() {
        offset += bytes.position();
        bytes.compact();
        try {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count));
        } catch (IOException e) {
            throw ReadFailure.of(file.path(), file.compression(), e);
        }
        bytes.flip();
    }

    /** Counts lines, of which each ends with a line feed, a carriage return, or both. */
    private void count() {
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == 0) {
                throw DataException.in(
                        file.path(),
                        "holds a zero in line %d, which no text has; the file is damaged or not text".formatted(line));
            }
            if (c == '\r' || (c == '\n' && !lastWasReturn)) {
                line++;
            }
            lastWasReturn = c == '\r';
        }
    }

    private DataException malformed(int length) {
        long at = offset + bytes.position();
        int bad = bytes.get(bytes.position()) & 0xff;
        if (!encoding.isUtf8()) {
            if (ended && bytes.remaining() <= length) {
                return DataException.in(
                        file.path(), "ends within a character, at byte %d: it is cut off".formatted(at));
            }
            return DataException.in(
                    file.path(),
                    "is not valid %s at byte %d (line %d): half a character stands there; save it as UTF-8"
                            .formatted(encoding.words(), at, line));
        }
        return DataException.in(
                file.path(),
                "is not UTF-8: byte 0x%02X at offset %d (line %d)%s".formatted(bad, at, line, explanation(bad)));
    }

    /** What the bytes around the place would be in the encoding that Windows and older programs write. */
    private String explanation(int bad) {
        boolean surrogate = bad == 0xed && bytes.remaining() > 1 && (bytes.get(bytes.position() + 1) & 0xff) >= 0xa0;
        if (surrogate) {
            return "; half a character (a surrogate) stands there, which no text may hold";
        }
        if (ended && isUnfinished(bad)) {
            return "; the file ends within a character, so it is cut off";
        }
        int from = bytes.position();
        while (from > 0 && bytes.position() - from < 12 && bytes.get(from - 1) >= ' ') {
            from--;
        }
        int to = bytes.position() + 1;
        while (to < bytes.limit() && to - bytes.position() < 12 && (bytes.get(to) < 0 || bytes.get(to) >= ' ')) {
            to++;
        }
        String word = new String(bytes.array(), from, to - from, StandardCharsets.ISO_8859_1);
        if (word.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return "; save it in that encoding";
        }
        word = new String(bytes.array(), from, to - from, TextEncoding.WINDOWS);
        return "; if it is Windows-1252 or Latin-1, that place reads \"%s\": save the file as UTF-8 (such as with iconv -f WINDOWS-1252 -t UTF-8)"
                .formatted(word);
    }

    /** Whether a character of several bytes begins at the place and the file has no more of it. */
    private boolean isUnfinished(int first) {
        int length = first >= 0xf0 && first < 0xf5
                ? 4
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
        if (bytes.remaining() >= length) {
            return false;
        }
        for (int i = bytes.position() + 1; i < bytes.limit(); i++) {
            if ((bytes.get(i) & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
