package org.palimpsest.engine.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The native library in a program of its own ({@link GuardedProgram}), which may crash or never come to an end without harm: either
 * becomes a {@link TokenizerException} that names the folder, the text and what is suspected. A program that ended is started anew for
 * the next text. Safe for use by several threads, which take turns.
 */
final class GuardedTokens implements TokenSource {
    /** By its name alone, as programs are started. */
    private static final String PROGRAM = "org.palimpsest.engine.worker.TokenizerMain";

    private static final int SHOWN = 60;

    private final Path file;
    private final String danger;
    private final Duration patience;
    private Process process;
    private DataInputStream replies;
    private DataOutputStream questions;

    /** What is asked over an open stream. */
    private interface Question<T> {
        T ask(DataOutputStream questions, DataInputStream replies) throws IOException;
    }

    /**
     * A tokenizer that is opened when it is first asked.
     *
     * @param danger why it is not asked in this program, in words
     * @param patience how long an answer may take
     */
    GuardedTokens(Path file, String danger, Duration patience) {
        this.file = file;
        this.danger = danger;
        this.patience = patience;
    }

    @Override
    public synchronized int[] encode(String text, boolean addSpecialTokens) {
        return answered(text, (out, in) -> {
            out.writeByte(GuardedProgram.ENCODE);
            out.writeBoolean(addSpecialTokens);
            GuardedProgram.write(out, text);
            out.flush();
            requireFine(in);
            return GuardedProgram.readIds(in);
        });
    }

    @Override
    public synchronized String decode(int[] ids, boolean skipSpecial) {
        return answered(ids.length + " ids", (out, in) -> {
            out.writeByte(GuardedProgram.DECODE);
            out.writeBoolean(skipSpecial);
            GuardedProgram.write(out, ids);
            out.flush();
            requireFine(in);
            return GuardedProgram.readText(in);
        });
    }

    private static void requireFine(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            throw new TokenizerException(GuardedProgram.readText(in));
        }
    }

    private <T> T answered(String about, Question<T> question) {
        AtomicBoolean late = new AtomicBoolean();
        try {
            boolean fresh = started();
            Process asked = process;
            Executor watch = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            AtomicBoolean answered = new AtomicBoolean();
            CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                    () -> {
                        if (answered.compareAndSet(false, true)) {
                            late.set(true);
                            asked.destroyForcibly();
                        }
                    },
                    watch);
            try {
                if (fresh) {
                    requireFine(replies);
                }
                return question.ask(questions, replies);
            } finally {
                answered.set(true);
                alarm.cancel(false);
            }
        } catch (IOException e) {
            close();
            throw TokenizerException.in(file, ended(about, late.get()), e);
        }
    }

    private String ended(String about, boolean late) {
        String shown = about.codePointCount(0, about.length()) > SHOWN
                ? about.substring(0, about.offsetByCodePoints(0, SHOWN)) + "\u2026"
                : about;
        String what = late
                ? "the tokenizer has not come to an end after %d seconds over \"%s\""
                        .formatted(patience.toSeconds(), shown)
                : "the tokenizer's library crashed over \"%s\"".formatted(shown);
        return "%s; %s can be matched in too many ways. Use the tokenizer.json that the model was published with, or leave that text out"
                .formatted(what, danger);
    }

    /** Whether a program had to be started, which first says whether it could open the file. */
    private boolean started() throws IOException {
        if (process != null && process.isAlive()) {
            return false;
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.offline=true",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAM,
                file.toString());
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        return true;
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}
