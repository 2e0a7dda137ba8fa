package org.palimpsest.engine.event.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;

/** A worker started from this program: the same Java, the same class path, a process of its own. */
public final class WorkerProcess {
    /** By its name alone: whoever starts a worker need not be able to compute. */
    private static final String PROGRAM = "org.palimpsest.engine.worker.WorkerMain";

    private static final int LAST_LINES = 12;

    private final Process process;
    private final BufferedWriter commands;
    private final Path errors;
    private final CompletableFuture<Void> drained;

    private WorkerProcess(Process process, Path errors, Consumer<RunEvent> listener) {
        this.process = process;
        this.errors = errors;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.drained = CompletableFuture.runAsync(() -> pass(process, listener), task -> start(task, "worker events"));
    }

    /** Starts a worker on a new run; its standard error goes to {@code log}. */
    public static WorkerProcess run(Path recipe, Path folder, int threads, Path log, Consumer<RunEvent> listener)
            throws IOException {
        return launch(List.of("run", recipe.toString(), folder.toString()), threads, log, listener);
    }

    /** Starts a worker on a run that is to go on from its newest checkpoint. */
    public static WorkerProcess resume(Path folder, int threads, Path log, Consumer<RunEvent> listener)
            throws IOException {
        return resume(folder, null, false, threads, log, listener);
    }

    /**
     * Starts a worker on a run that is to go on.
     *
     * @param from the step of the checkpoint, 0 for the beginning; null takes the newest
     * @param changedInputs whether it goes on although data, models or recipe are not what it began with
     */
    public static WorkerProcess resume(
            Path folder, Long from, boolean changedInputs, int threads, Path log, Consumer<RunEvent> listener)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("resume", folder.toString()));
        if (from != null) {
            arguments.addAll(List.of("--from", Long.toString(from)));
        }
        if (changedInputs) {
            arguments.add("--with-changed-inputs");
        }
        return launch(arguments, threads, log, listener);
    }

    private static WorkerProcess launch(List<String> arguments, int threads, Path log, Consumer<RunEvent> listener)
            throws IOException {
        return new WorkerProcess(JavaProgram.start(PROGRAM, arguments, threads, log), log, listener);
    }

    private static void pass(Process process, Consumer<RunEvent> listener) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                listener.accept(EventLines.event(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sends a command, to be taken between two steps.
     *
     * @throws IOException if the worker is gone
     */
    public synchronized void send(RunCommand command) throws IOException {
        commands.write(CommandLines.line(command));
        commands.newLine();
        commands.flush();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long processId() {
        return process.pid();
    }

    /** Ends the process at once, as an accident would. */
    public void kill() {
        // Through its handle: the process object would also close the stream that its last events still come from.
        process.toHandle().destroyForcibly();
    }

    /** Waits for the end and says in words what it was. */
    public WorkerEnd await() throws InterruptedException {
        int status = process.waitFor();
        drained.join();
        return new WorkerEnd(status, lastLines());
    }

    private List<String> lastLines() {
        if (!Files.exists(errors)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(errors, StandardCharsets.UTF_8)) {
            List<String> all = lines.toList();
            int frames = 0;
            for (int i = 0; i < all.size(); i++) {
                frames = all.get(i).startsWith("\t") ? i + 1 : frames;
            }
            return all.subList(Math.max(frames, all.size() - LAST_LINES), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
