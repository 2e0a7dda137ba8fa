package org.palimpsest.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * What a compressed file unpacks to, up to a bound. A few kilobytes can unpack to what no memory holds; text that people wrote
 * becomes at most some thirty times smaller.
 */
final class BoundedStream extends FilterInputStream {
    /** Up to here a file may unpack to any multiple of its size. */
    static final long FREE = 16L << 20;

    private static final long LARGEST_SHARE = 100;
    private static final long LARGEST = 1L << 30;

    private final Path file;
    private final long bound;
    private long seen;

    /** @param packed size of the file in bytes */
    BoundedStream(Path file, long packed, InputStream unpacked) {
        super(unpacked);
        this.file = file;
        this.bound = Math.min(LARGEST, Math.max(FREE, LARGEST_SHARE * packed));
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long more) {
        seen += more;
        if (seen > bound) {
            throw DataException.in(
                    file,
                    "unpacks to more than %,d MiB, more than is taken from a compressed file of this size; if it really holds so much, unpack it and name the unpacked file"
                            .formatted(bound >> 20));
        }
    }
}
