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
import java.util.concurrent.TimeUnit;
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
    private final Map<Long, Asked> open = new ConcurrentHashMap<>();
    private Process process;
    private BufferedWriter commands;

    /** A question that waits for its last reply. */
    private record Asked(DeskCommand command, Consumer<DeskReply> listener) {
        /** What it was about: a folder or file. */
        String subject() {
            if (command instanceof DeskCommand.Inspect inspect) {
                return inspect.path();
            } else if (command instanceof DeskCommand.Check check) {
                return check.path();
            } else if (command instanceof DeskCommand.Estimate estimate) {
                return estimate.recipe();
            } else if (command instanceof DeskCommand.Ask ask) {
                return ask.run();
            } else if (command instanceof DeskCommand.Weigh weigh) {
                return weigh.run();
            } else if (command instanceof DeskCommand.Examples examples) {
                return examples.run();
            } else if (command instanceof DeskCommand.Attack attack) {
                return attack.run();
            } else if (command instanceof DeskCommand.Fork fork) {
                return fork.run();
            }
            return "what was asked";
        }
    }

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
        DeskCommand command = question.apply(id);
        open.put(id, new Asked(command, listener));
        try {
            send(command);
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
                Asked asked = last ? open.remove(reply.id()) : open.get(reply.id());
                if (asked != null) {
                    asked.listener().accept(reply);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (Long id : open.keySet()) {
                Asked asked = open.remove(id);
                if (asked != null) {
                    asked.listener()
                            .accept(new DeskReply.Refused(
                                    id,
                                    "the process that answers questions %s before it answered about %s; see %s, and ask again"
                                            .formatted(end(from), asked.subject(), log)));
                }
            }
        }
    }

    /** How a process ended whose output has ended. */
    private static String end(Process process) {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                return "said no more";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "ended";
        }
        return switch (process.exitValue()) {
            case 134, 139 -> "crashed in native code (signal %d)".formatted(process.exitValue() - 128);
            case 137 -> "was killed (signal 9), by a person or because memory ran out,";
            default -> "ended";
        };
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.toHandle().destroyForcibly();
        }
    }
}
