package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.palimpsest.engine.cli.CommandLineProgram;
import org.palimpsest.engine.data.DataLoader;
import org.palimpsest.engine.data.DataRow;
import org.palimpsest.engine.desk.Desk;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.run.FailureSentence;
import picocli.CommandLine;

/**
 * The program under test, in a process of its own that answers one question after the other. Takes a JSON object a line, with
 * {@code task} and {@code arguments}; answers with {@code accepted}, {@code numbers} and {@code told}.
 */
public final class SubjectMain {
    private static final JsonMapper JSON = new JsonMapper();

    /** What can be asked. */
    enum Task {
        /** A command line of the program, as a person would give it. */
        COMMAND,
        /** The rows that the one file in a folder is read as. */
        ROWS,
        /** What the window says of a folder. */
        INSPECT,
        /** What the window says of the one file in a folder. */
        INSPECT_FILE,
        /** What a run's log and its last checkpoint hold. */
        HISTORY
    }

    private SubjectMain() {}

    /** Answers until standard input ends. */
    public static void main(String[] none) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            JsonNode question = JSON.readTree(line);
            List<String> arguments = new ArrayList<>();
            question.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            Answer answer = answer(Task.valueOf(question.path("task").asText()), arguments);
            answers.println(JSON.writeValueAsString(
                    Map.of("accepted", answer.accepted(), "numbers", answer.numbers(), "told", answer.told())));
        }
        System.exit(0);
    }

    private static Answer answer(Task task, List<String> arguments) {
        try {
            return switch (task) {
                case COMMAND -> command(arguments);
                case ROWS -> rows(onlyFile(arguments.get(0)));
                case INSPECT -> inspect(arguments.get(0));
                case INSPECT_FILE -> inspect(onlyFile(arguments.get(0)).toString());
                case HISTORY ->
                    History.of(RunFolder.open(Path.of(arguments.get(0)))).answer();
            };
        } catch (IOException | RuntimeException | InterruptedException e) {
            return new Answer(Answer.Kind.REFUSED, "", FailureSentence.of(e));
        }
    }

    private static Path onlyFile(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Answer rows(Path file) throws JsonProcessingException {
        List<DataRow> rows = DataLoader.load(file).rows();
        return accepted(
                JSON.writeValueAsString(rows.stream().map(DataRow::toString).toList()), "");
    }

    private static Answer command(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program = CommandLineProgram.commandLine();
        program.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = program.execute(arguments.toArray(String[]::new));
        return status == 0
                ? accepted(out.toString(), err.toString())
                : new Answer(Answer.Kind.REFUSED, "", err.toString());
    }

    private static Answer inspect(String path) throws InterruptedException, IOException {
        List<DeskReply> replies = new ArrayList<>();
        try (Desk desk = new Desk(replies::add)) {
            desk.accept(new DeskCommand.Inspect(1, path));
            desk.end();
            desk.work();
        }
        for (DeskReply reply : replies) {
            if (reply instanceof DeskReply.Refused refused) {
                return new Answer(Answer.Kind.REFUSED, "", refused.message());
            }
        }
        return replies.get(0) instanceof DeskReply.DataFound data
                ? accepted(data.rows() + " " + data.columns() + data.fields(), String.join("\n", data.warnings()))
                : accepted("", String.join("\n", ((DeskReply.ModelFound) replies.get(0)).warnings()));
    }

    private static Answer accepted(String numbers, String told) {
        return new Answer(Answer.Kind.ACCEPTED, numbers, told);
    }
}
