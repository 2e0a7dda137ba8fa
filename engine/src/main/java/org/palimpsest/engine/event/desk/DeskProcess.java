package org.palimpsest.engine.event.desk;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.palimpsest.engine.event.process.JavaProgram;

/**
 * A desk started from this program: the same Java, the same class path, a process of its own. It ends when this program does. When it
 * dies, every open question is refused with a sentence, and the next question starts it anew.
 */
public final class DeskProcess implements AutoCloseable {
    /** By its name alone: whoever asks need not be able to compute. */
    private static final String PROGRAM = "org.palimpsest.engine.worker.DeskMain";

    private final Path log;
    private final int threads;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Consumer<DeskReply>> open = new ConcurrentHashMap<>();
    private Process process;
    private BufferedWriter commands;

    /**
     * A desk that is started when it is first asked.
     *
     * @param log where its standard error goes
     */
    public DeskProcess(int threads, Path log) {
        this.threads = threads;
        this.log = log;
    }

    /**
     * Asks a question; {@code listener} is called on a thread of its own for every reply, the last being {@link DeskReply.Done} or
     * {@link DeskReply.Refused}.
     *
     * @param question makes the command for its number
     * @return the question's number, for {@link #cancel}
     */
    public synchronized long ask(LongFunction<DeskCommand> question, Consumer<DeskReply> listener) {
        long id = numbers.incrementAndGet();
        open.put(id, listener);
        try {
            send(question.apply(id));
        } catch (IOException e) {
            open.remove(id);
            listener.accept(new DeskReply.Refused(
                    id,
                    "the process that answers questions could not be reached (" + e.getMessage() + "); see " + log));
        }
        return id;
    }

    /** Gives a question up; it is still answered by a last reply. */
    public synchronized void cancel(long id) {
        if (open.containsKey(id)) {
            try {
                send(new DeskCommand.Cancel(id));
            } catch (IOException e) {
                // Without a process there is nothing to give up: its end has refused the question.
                open.remove(id);
            }
        }
    }

    private void send(DeskCommand command) throws IOException {
        if (process == null || !process.isAlive()) {
            process = JavaProgram.start(PROGRAM, List.of(), threads, log);
            commands = process.outputWriter(StandardCharsets.UTF_8);
            Process started = process;
            Thread reader = new Thread(() -> pass(started), "desk replies");
            reader.setDaemon(true);
            reader.start();
        }
        commands.write(DeskLines.line(command));
        commands.newLine();
        commands.flush();
    }

    private void pass(Process from) {
        try (BufferedReader out = from.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                DeskReply reply = DeskLines.reply(line);
                boolean last = reply instanceof DeskReply.Done || reply instanceof DeskReply.Refused;
                Consumer<DeskReply> listener = last ? open.remove(reply.id()) : open.get(reply.id());
                if (listener != null) {
                    listener.accept(reply);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (Long id : open.keySet()) {
                Consumer<DeskReply> listener = open.remove(id);
                if (listener != null) {
                    listener.accept(new DeskReply.Refused(
                            id,
                            "the process that answers questions ended before it answered; see " + log
                                    + ", and ask again"));
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.toHandle().destroyForcibly();
        }
    }
}
