package org.palimpsest.engine.event;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;

/**
 * Appends events to a log. Each event is handed to the operating system as one line before {@link #append} returns, so it
 * outlives the process; {@link #sync} makes the lines outlive the machine. May be called from several threads.
 */
public final class EventLog implements Closeable {

    /** An event that waits for its place in the log. */
    @FunctionalInterface
    public interface Draft {
        RunEvent at(long sequence, Instant at);
    }

    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private final long cutBytes;
    private long end;
    private long nextSequence;

    EventLog(Path file, FileChannel channel, Clock clock) throws IOException {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        LastLine last = LastLine.find(channel);
        cutBytes = channel.size() - last.end();
        if (cutBytes > 0) {
            channel.truncate(last.end());
        }
        end = last.end();
        nextSequence = last.sequence() + 1;
    }

    /**
     * Opens the log of a run, making it if there is none. A broken end, as a killed process leaves it, is cut off.
     *
     * @throws EventLogException if the file cannot be opened or written
     */
    public static EventLog open(RunFolder folder) {
        return open(folder.events(), Clock.systemUTC());
    }

    static EventLog open(Path file, Clock clock) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new EventLog(file, channel, clock);
        } catch (IOException e) {
            EventLogException failure = new EventLogException(
                    file + " cannot be opened for writing (" + e
                            + "). Check that its folder exists and can be written, or start the run elsewhere.",
                    e);
            closeAfter(failure, channel);
            throw failure;
        }
    }

    private static void closeAfter(EventLogException failure, FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Writes the next event.
     *
     * @return the event as written, with its sequence number and time
     * @throws EventLogException if it cannot be written (disk full, folder removed); lines before it stay valid and the
     *     log can be used again
     */
    public synchronized RunEvent append(Draft draft) {
        RunEvent event = draft.at(nextSequence, clock.instant());
        ByteBuffer line = ByteBuffer.wrap((EventLines.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long position = end;
            while (line.hasRemaining()) {
                position += channel.write(line, position);
            }
            end = position;
        } catch (IOException e) {
            throw failed(e);
        }
        nextSequence++;
        return event;
    }

    private EventLogException failed(IOException cause) {
        EventLogException failure = new EventLogException(
                "%s: event %d cannot be written (%s); the %d before it are safe. Free disk space or make the folder writable, then resume the run."
                        .formatted(file, nextSequence, cause.getMessage(), nextSequence),
                cause);
        try {
            channel.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /**
     * Waits until everything appended is on the disk itself.
     *
     * @throws EventLogException if the disk refuses
     */
    public synchronized void sync() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new EventLogException(file + " cannot be brought to disk (" + e + "). Check the disk.", e);
        }
    }

    /** The number the next event will get. */
    public synchronized long nextSequence() {
        return nextSequence;
    }

    /** How many bytes of a broken end were cut off on opening; 0 for a sound log. */
    public long cutBytes() {
        return cutBytes;
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
