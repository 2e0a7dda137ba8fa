package org.palimpsest.app.worker.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Goes through the finished lines of a growing file, each once; a line without its end waits for the next call. */
final class LineReader {
    private static final int BLOCK = 1 << 20;

    /** Takes a line: {@code length} bytes of {@code block} from {@code start} on, without the line's end. */
    @FunctionalInterface
    interface Lines {
        void line(byte[] block, int start, int length, long offset) throws IOException;
    }

    private final Path file;
    private long offset;

    LineReader(Path file) {
        this.file = file;
    }

    /**
     * Hands on the lines that are new.
     *
     * @return false if the file became shorter than what was read of it: then nothing was handed on
     */
    boolean read(Lines lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < offset) {
                return false;
            }
            byte[] block = new byte[(int) Math.min(BLOCK, channel.size() - offset + 1)];
            int held = 0;
            while (true) {
                int got = channel.read(ByteBuffer.wrap(block, held, block.length - held), offset + held);
                if (got <= 0) {
                    return true;
                }
                held += got;
                int used = pass(block, held, lines);
                System.arraycopy(block, used, block, 0, held - used);
                held -= used;
                if (held == block.length) {
                    block = Arrays.copyOf(block, block.length * 2);
                }
            }
        }
    }

    private int pass(byte[] block, int end, Lines lines) throws IOException {
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (block[i] == '\n') {
                lines.line(block, start, i - start, offset + start);
                start = i + 1;
            }
        }
        offset += start;
        return start;
    }
}
