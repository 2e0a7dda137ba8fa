package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.palimpsest.engine.event.process.JavaProgram;

/** The process that answers questions: started when it is needed, ended when it takes too long, and started anew after a crash. */
final class Subject implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /** So many answers by one process; then a fresh one shows that nothing depended on what came before. */
    private static final int ANSWERS = 400;

    private static final String END = "";

    private final Path log;
    private final Duration deadline;
    private Process process;
    private BufferedWriter questions;
    private LinkedBlockingQueue<String> lines;
    private int answered;

    /** @param log where the process's standard error goes */
    Subject(Path log, Duration deadline) {
        this.log = log;
        this.deadline = deadline;
    }

    /**
     * Asks and waits.
     *
     * @param folder what {@code {}} stands for in the question's arguments
     */
    Answer ask(Question question, Path folder) throws IOException, InterruptedException {
        start();
        questions.write(JSON.writeValueAsString(
                Map.of("task", question.task().name(), "arguments", question.about(folder.toString()))));
        questions.newLine();
        questions.flush();
        String line = lines.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            end();
            return new Answer(Answer.Kind.HUNG, "", "no answer within " + deadline.toSeconds() + " s");
        }
        if (line.equals(END)) {
            int status = process.waitFor();
            end();
            return new Answer(Answer.Kind.CRASHED, "", "exit status " + status + ": " + lastWords());
        }
        answered++;
        JsonNode answer = JSON.readTree(line);
        return new Answer(
                answer.path("accepted").asBoolean() ? Answer.Kind.ACCEPTED : Answer.Kind.REFUSED,
                answer.path("numbers").asText(),
                answer.path("told").asText());
    }

    private void start() throws IOException {
        if (process != null && answered < ANSWERS) {
            return;
        }
        end();
        process = JavaProgram.start(SubjectMain.class.getName(), List.of(), 1, log);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        lines = new LinkedBlockingQueue<>();
        answered = 0;
        Process started = process;
        LinkedBlockingQueue<String> into = lines;
        Thread reader = new Thread(() -> read(started, into), "answers");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(Process process, LinkedBlockingQueue<String> into) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                into.add(line);
            }
        } catch (IOException e) {
            into.add(END);
            return;
        }
        into.add(END);
    }

    private String lastWords() throws IOException {
        List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join(" / ", all.subList(Math.max(0, all.size() - 6), all.size()));
    }

    private void end() throws IOException {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
