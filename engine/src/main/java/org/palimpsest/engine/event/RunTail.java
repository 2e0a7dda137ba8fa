package org.palimpsest.engine.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows a log while it is written, reading only what is new. Lines that are not finished yet wait for the next call.
 * Nothing is superseded here: whoever follows a run adds the events to a {@link RunHistory}.
 */
public final class RunTail {
    private static final int BLOCK = 4 << 20;

    /**
     * What one call found.
     *
     * @param events new events, oldest first
     * @param skipped lines that are broken or of a kind this version does not know
     * @param rewound true if the file became shorter, so that {@code events} start again from its beginning
     */
    public record Batch(List<RunEvent> events, int skipped, boolean rewound) {
        public Batch {
            events = List.copyOf(events);
        }

        /** Nothing new: the end of the log, for now. */
        public boolean isEmpty() {
            return events.isEmpty() && skipped == 0;
        }
    }

    private final Path file;
    private long offset;

    private RunTail(Path file, long offset) {
        this.file = file;
        this.offset = offset;
    }

    /** Follows a run from its first event on; the log need not exist yet. */
    public static RunTail of(RunFolder folder) {
        return new RunTail(folder.events(), 0);
    }

    /** Follows a run from a byte that {@link #offset} gave before. */
    public static RunTail of(RunFolder folder, long offset) {
        return new RunTail(folder.events(), offset);
    }

    /** Bytes read so far; always the start of a line. */
    public long offset() {
        return offset;
    }

    /**
     * The next new events, a few megabytes at most: call again until {@link Batch#isEmpty()}.
     *
     * @throws UncheckedIOException if the log cannot be read
     */
    public Batch next() {
        if (!Files.exists(file)) {
            return new Batch(List.of(), 0, false);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            boolean rewound = size < offset;
            if (rewound) {
                offset = 0;
            }
            byte[] block = block(channel, size);
            int whole = lastNewline(block) + 1;
            offset += whole;
            return parse(block, whole, rewound);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Bytes from {@link #offset} on, as many as hold at least one line if a whole one is there. */
    private byte[] block(FileChannel channel, long size) throws IOException {
        long wanted = BLOCK;
        while (true) {
            byte[] block = read(channel, (int) Math.min(size - offset, wanted));
            if (lastNewline(block) >= 0 || block.length < wanted) {
                return block;
            }
            wanted = Math.min(wanted * 4, Integer.MAX_VALUE - 8L);
        }
    }

    private byte[] read(FileChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // The channel may give less than was asked for; it says -1 when the file was cut meanwhile.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static int lastNewline(byte[] block) {
        int i = block.length - 1;
        while (i >= 0 && block[i] != '\n') {
            i--;
        }
        return i;
    }

    private static Batch parse(byte[] block, int whole, boolean rewound) {
        List<RunEvent> events = new ArrayList<>();
        int skipped = 0;
        int start = 0;
        for (int i = 0; i < whole; i++) {
            if (block[i] == '\n') {
                try {
                    events.add(EventLines.event(block, start, i - start));
                } catch (EventLineException e) {
                    skipped++;
                }
                start = i + 1;
            }
        }
        return new Batch(events, skipped, rewound);
    }
}
