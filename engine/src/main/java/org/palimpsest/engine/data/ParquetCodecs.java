package org.palimpsest.engine.data;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks the pages of Parquet files. The library's own way leads through parts of Hadoop that are not shipped, for gzip among others.
 */
final class ParquetCodecs implements CompressionCodecFactory {
    /** What there is no unpacking for. */
    static final Set<CompressionCodecName> UNREAD = EnumSet.of(CompressionCodecName.LZO, CompressionCodecName.BROTLI);

    /** Unpacks one page. */
    @FunctionalInterface
    private interface Unpacking {
        /** @param page filled to its end, or the page is damaged */
        void unpack(byte[] packed, byte[] page) throws IOException;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Decompressor(ParquetCodecs::copy);
            case GZIP -> new Decompressor(ParquetCodecs::gzip);
            case SNAPPY -> new Decompressor(ParquetCodecs::snappy);
            case ZSTD -> new Decompressor(ParquetCodecs::zstd);
            case LZ4_RAW -> new Decompressor(ParquetCodecs::lz4);
            case LZ4 -> new Decompressor(ParquetCodecs::framedLz4);
            case LZO, BROTLI -> throw new IllegalArgumentException("pages in " + codec + " are not read");
        };
    }

    private static void copy(byte[] packed, byte[] page) throws IOException {
        requireFull(packed.length, page);
        System.arraycopy(packed, 0, page, 0, page.length);
    }

    private static void gzip(byte[] packed, byte[] page) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            requireFull(in.readNBytes(page, 0, page.length), page);
        }
    }

    private static void snappy(byte[] packed, byte[] page) throws IOException {
        requireFull(Snappy.uncompressedLength(packed), page);
        requireFull(Snappy.uncompress(packed, 0, packed.length, page, 0), page);
    }

    private static void zstd(byte[] packed, byte[] page) throws IOException {
        long count = Zstd.decompress(page, packed);
        requireFull(Zstd.isError(count) ? -1 : count, page);
    }

    private static void lz4(byte[] packed, byte[] page) throws IOException {
        requireFull(new Lz4Decompressor().decompress(packed, 0, packed.length, page, 0, page.length), page);
    }

    /**
     * LZ4 as Hadoop frames it: for every block its length unpacked and, for every part of it, the length packed, both with the
     * most significant byte first. Older Arrow wrote bare LZ4 under the same name.
     */
    private static void framedLz4(byte[] packed, byte[] page) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(packed);
        int to = 0;
        while (in.remaining() > 8) {
            int end = to + in.getInt();
            if (end <= to || end > page.length) {
                lz4(packed, page);
                return;
            }
            while (to < end && in.remaining() > 4) {
                int length = in.getInt();
                if (length < 1 || length > in.remaining()) {
                    lz4(packed, page);
                    return;
                }
                to += new Lz4Decompressor().decompress(packed, in.position(), length, page, to, end - to);
                in.position(in.position() + length);
            }
        }
        requireFull(to, page);
    }

    private static void requireFull(long count, byte[] page) throws IOException {
        if (count != page.length) {
            throw new IOException("a page unpacks to %d bytes instead of %d".formatted(count, page.length));
        }
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("Parquet is only read here");
    }

    @Override
    public void release() {
        // Nothing is kept between two pages.
    }

    private record Decompressor(Unpacking unpacking) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            byte[] page = new byte[size];
            unpacking.unpack(packed.toByteArray(), page);
            return BytesInput.from(page);
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer page, int size) throws IOException {
            byte[] in = new byte[packedSize];
            packed.get(in);
            byte[] out = new byte[size];
            unpacking.unpack(in, out);
            page.put(out);
            page.flip();
        }

        @Override
        public void release() {
            // Nothing is kept between two pages.
        }
    }
}
