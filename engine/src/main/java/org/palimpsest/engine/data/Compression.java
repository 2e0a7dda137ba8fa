package org.palimpsest.engine.data;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The ways a file of rows may be compressed as a whole. */
enum Compression {
    GZIP("gzip", ".gz", 0x1f, 0x8b),
    ZSTD("Zstandard", ".zst", 0x28, 0xb5, 0x2f, 0xfd);

    private final String words;
    private final String ending;
    private final int[] mark;

    Compression(String words, String ending, int... mark) {
        this.words = words;
        this.ending = ending;
        this.mark = mark;
    }

    /** How a file begins that is compressed so. */
    static Optional<Compression> of(byte[] head) {
        return Arrays.stream(values()).filter(one -> one.begins(head)).findFirst();
    }

    /** What a file's name promises. */
    static Optional<Compression> named(String name) {
        return Arrays.stream(values())
                .filter(one -> name.endsWith(one.ending) || (one == GZIP && name.endsWith(".gzip")))
                .findFirst();
    }

    private boolean begins(byte[] head) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    InputStream unpacking(InputStream packed) throws IOException {
        return this == GZIP ? new GZIPInputStream(packed, 1 << 16) : new ZstdInputStream(packed);
    }

    String words() {
        return words;
    }

    String ending() {
        return ending;
    }
}
