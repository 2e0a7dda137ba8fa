package org.palimpsest.engine.event.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;

/**
 * Commands to a run's worker in a file of its folder: the way to reach a worker that another program started, on this machine or on
 * one that shares the disk.
 */
public final class CommandFile implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Path file;
    private final Consumer<String> listener;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "command file");
        thread.setDaemon(true);
        return thread;
    });
    private long offset;

    private CommandFile(Path file, long offset, Consumer<String> listener) {
        this.file = file;
        this.offset = offset;
        this.listener = listener;
    }

    /** Adds a command to be taken between two steps; nothing tells whether a worker is there to take it. */
    public static void send(RunFolder folder, RunCommand command) throws IOException {
        Files.writeString(
                folder.commands(),
                CommandLines.line(command) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /**
     * Hands every line written from now on to {@code listener}; lines already there were for an earlier worker. The folder need not
     * exist yet.
     */
    public static CommandFile listen(RunFolder folder, Consumer<String> listener) throws IOException {
        Path file = folder.commands();
        CommandFile commands = new CommandFile(file, Files.exists(file) ? Files.size(file) : 0, listener);
        var unused = commands.clock.scheduleWithFixedDelay(
                commands::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return commands;
    }

    private void look() {
        try {
            if (Files.exists(file) && Files.size(file) > offset) {
                read();
            }
        } catch (IOException e) {
            listener.accept(file + " cannot be read: " + e.getMessage());
        }
    }

    /** A line that is not finished waits for the next look. */
    private void read() throws IOException {
        byte[] added;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(offset);
            added = new byte[Math.toIntExact(in.length() - offset)];
            in.readFully(added);
        }
        int start = 0;
        for (int i = 0; i < added.length; i++) {
            if (added[i] == '\n') {
                listener.accept(new String(added, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        offset += start;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
