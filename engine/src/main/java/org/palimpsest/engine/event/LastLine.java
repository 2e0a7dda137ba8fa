package org.palimpsest.engine.event;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/**
 * The last whole line of a log. A killed process may leave half a line behind it, a power cut a block of zero bytes.
 *
 * @param end bytes up to and including this line's end; what lies behind is broken
 * @param sequence the line's sequence number, -1 if there is no whole line
 */
record LastLine(long end, long sequence) {
    private static final int BLOCK = 8192;

    /** Searches from the end of {@code channel} towards its start. */
    static LastLine find(FileChannel channel) throws IOException {
        long end = newlineBefore(channel, channel.size()) + 1;
        while (end > 0) {
            long start = newlineBefore(channel, end - 1) + 1;
            OptionalLong sequence = EventLines.sequence(bytes(channel, start, end - 1));
            if (sequence.isPresent()) {
                return new LastLine(end, sequence.getAsLong());
            }
            end = start;
        }
        return new LastLine(0, -1);
    }

    /** Position of the last line end before {@code position}; -1 if there is none. */
    private static long newlineBefore(FileChannel channel, long position) throws IOException {
        long to = position;
        while (to > 0) {
            long from = Math.max(0, to - BLOCK);
            byte[] block = bytes(channel, from, to);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i;
                }
            }
            to = from;
        }
        return -1;
    }

    private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return buffer.array();
    }
}
