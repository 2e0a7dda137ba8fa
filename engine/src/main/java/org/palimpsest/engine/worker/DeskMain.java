package org.palimpsest.engine.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.palimpsest.engine.desk.Desk;
import org.palimpsest.engine.event.desk.DeskLines;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.event.process.WorkerEnd;

/**
 * The desk program: questions in on standard input, replies out on standard output, a JSON object a line; standard error is for
 * people. It ends when standard input does, once it has answered what was asked before, or when nobody reads its replies.
 */
public final class DeskMain {
    private DeskMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Whatever a library prints must not stand between the replies.
        System.setOut(System.err);
        System.exit(work(out));
    }

    private static int work(PrintStream out) {
        try (Desk desk = new Desk(reply -> print(out, reply))) {
            Thread reader = new Thread(() -> read(desk, out), "questions");
            reader.setDaemon(true);
            reader.start();
            desk.work();
            return WorkerEnd.FINISHED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WorkerEnd.FAILED;
        }
    }

    private static void print(PrintStream out, DeskReply reply) {
        synchronized (out) {
            out.println(DeskLines.line(reply));
            if (out.checkError()) {
                System.err.println("nobody reads the replies any more");
                Runtime.getRuntime().halt(WorkerEnd.FAILED);
            }
        }
    }

    private static void read(Desk desk, PrintStream out) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                accept(line, desk, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            desk.end();
        }
    }

    private static void accept(String line, Desk desk, PrintStream out) {
        try {
            desk.accept(DeskLines.command(line));
        } catch (IllegalArgumentException e) {
            OptionalLong id = DeskLines.id(line);
            if (id.isPresent()) {
                print(out, new DeskReply.Refused(id.getAsLong(), e.getMessage()));
            } else {
                System.err.println(e.getMessage());
            }
        }
    }
}
