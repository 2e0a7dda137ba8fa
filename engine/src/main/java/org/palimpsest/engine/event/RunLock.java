package org.palimpsest.engine.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Keeps two programs from writing one run. The operating system holds the lock and drops it when its program dies, however
 * that happens; the file's text only says who it is.
 */
public final class RunLock implements Closeable {
    private static final JsonMapper JSON = new JsonMapper();
    /** The locked byte lies behind the text, which Windows would otherwise keep others from reading. */
    private static final long BYTE = 1L << 40;
    /** Somebody asking {@link #isHeld} holds the lock for a moment; that long it is worth waiting. */
    private static final int TRIES = 20;

    private static final long WAIT_NANOS = 10_000_000;
    /** Runs this program holds. Their files must not be opened again: closing them would drop the lock on POSIX systems. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the run for this program.
     *
     * @throws RunLockedException if another program, or another part of this one, has it; the message names it
     * @throws RunFolderException if the folder cannot be written
     */
    public static RunLock acquire(RunFolder folder) {
        synchronized (HELD) {
            try {
                Path file = canonical(folder);
                if (HELD.contains(file)) {
                    throw new RunLockedException(folder.path() + " is in use by this program (process "
                            + ProcessHandle.current().pid() + ") already. Close the run there first.");
                }
                RunLock lock = tryAcquire(folder, file);
                HELD.add(file);
                return lock;
            } catch (IOException e) {
                throw new RunFolderException(
                        folder.lock() + " cannot be locked (" + e + "). Check that the folder can be written.", e);
            }
        }
    }

    private static RunLock tryAcquire(RunFolder folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(BYTE, 1, false);
            for (int i = 1; lock == null && i < TRIES; i++) {
                LockSupport.parkNanos(WAIT_NANOS);
                lock = channel.tryLock(BYTE, 1, false);
            }
            if (lock == null) {
                throw new RunLockedException(folder.path() + " is in use by " + holder(channel)
                        + ". Stop it there, or wait until it has finished.");
            }
            write(channel, description());
            return new RunLock(file, channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether a program is at work on the run. */
    public static boolean isHeld(RunFolder folder) {
        synchronized (HELD) {
            if (!Files.exists(folder.lock())) {
                return false;
            }
            try {
                Path file = canonical(folder);
                return HELD.contains(file) || isLockedElsewhere(file);
            } catch (IOException e) {
                throw new UncheckedIOException(folder.lock() + " cannot be examined", e);
            }
        }
    }

    private static boolean isLockedElsewhere(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(BYTE, 1, true)) {
            return lock == null;
        }
    }

    /** Gives the run free; the file stays, empty. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (!HELD.remove(file)) {
                return;
            }
            try (channel) {
                channel.truncate(0);
                lock.release();
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be unlocked", e);
            }
        }
    }

    /** One name for one folder, whatever links led to it. */
    private static Path canonical(RunFolder folder) throws IOException {
        return folder.path().toRealPath().resolve(folder.lock().getFileName());
    }

    private static byte[] description() throws IOException {
        return JSON.writeValueAsBytes(Map.of(
                "pid",
                ProcessHandle.current().pid(),
                "host",
                host(),
                "since",
                Instant.now().toString()));
    }

    private static void write(FileChannel channel, byte[] text) throws IOException {
        channel.truncate(0);
        ByteBuffer buffer = ByteBuffer.wrap(text);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /** Who holds the lock, from the file's text; the holder may be about to write it. */
    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        int length = Math.max(0, channel.read(buffer, 0));
        try {
            JsonNode text = JSON.readTree(buffer.array(), 0, length);
            if (text.has("pid")) {
                return "process %d on %s since %s"
                        .formatted(
                                text.path("pid").asLong(),
                                text.path("host").asText(),
                                text.path("since").asText());
            }
        } catch (JsonProcessingException e) {
            return "another program, which has not written its name yet";
        }
        return "another program";
    }

    /** The machine's name without asking a name server, which would be a connection nobody asked for. */
    private static String host() {
        Path linux = Path.of("/proc/sys/kernel/hostname");
        try {
            if (Files.isReadable(linux)) {
                return Files.readString(linux).strip();
            }
        } catch (IOException e) {
            return "an unnamed machine";
        }
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("an unnamed machine");
    }
}
