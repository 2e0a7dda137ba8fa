package org.palimpsest.engine.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.palimpsest.engine.event.process.WorkerEnd;
import org.palimpsest.engine.text.GuardedProgram;

/** The program in which a tokenizer works whose patterns could end it: {@code FILE}, questions in on standard input, answers out on standard output. */
public final class TokenizerMain {
    private TokenizerMain() {}

    public static void main(String[] arguments) {
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        // Whatever a library prints must not stand between the answers.
        System.setOut(System.err);
        System.exit(work(arguments, answers));
    }

    private static int work(String[] arguments, DataOutputStream answers) {
        if (arguments.length != 1) {
            System.err.println("usage: FILE");
            return WorkerEnd.USAGE;
        }
        try {
            GuardedProgram.work(
                    Path.of(arguments[0]), new DataInputStream(new BufferedInputStream(System.in)), answers);
            return WorkerEnd.FINISHED;
        } catch (IOException e) {
            System.err.println("nobody reads the answers any more: " + e.getMessage());
            return WorkerEnd.FAILED;
        }
    }
}
