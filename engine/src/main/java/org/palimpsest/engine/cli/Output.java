package org.palimpsest.engine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.palimpsest.engine.report.Visible;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: how its result is written, and where. Put it into a command with {@code @Mixin}. */
public final class Output {
    static final String JSON_OPTION = "--json";
    static final String STACKTRACE_OPTION = "--stacktrace";

    private static final JsonMapper JSON = JsonMapper.builder(
                    new JsonFactory().setCharacterEscapes(new ControlEscapes()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = JSON_OPTION,
            description = "Print the result as one JSON document on standard output, and nothing else there.")
    private boolean json;

    @Option(names = STACKTRACE_OPTION, description = "After an error, also say where in the program it happened.")
    private boolean stacktrace;

    /** Whether the result is wanted as JSON. */
    public boolean json() {
        return json;
    }

    /** Writes the one JSON document of a command: maps, lists, arrays, records and values. */
    public void print(Object document) {
        print(out(), document);
    }

    static void print(PrintWriter out, Object document) {
        try {
            JSON.writeValue(out, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }

    /** A JSON file, to be part of a document. */
    static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    /** Where results go. */
    public PrintWriter out() {
        return command.root().commandLine().getOut();
    }

    /** Where everything for people goes that is no result. */
    public PrintWriter err() {
        return command.root().commandLine().getErr();
    }

    /** A line of the plain result; what the arguments hold is made {@linkplain Visible#text visible}. */
    public void line(String format, Object... arguments) {
        say(out(), format, arguments);
    }

    /** A line for people beside the result; what the arguments hold is made {@linkplain Visible#text visible}. */
    public void note(String format, Object... arguments) {
        say(err(), format, arguments);
    }

    /** A sentence about something that is not as it might be, beside the result. */
    void tell(String sentence) {
        note("%s", sentence);
    }

    /** A text of the plain result that may have several lines, such as what a model says. */
    void text(String text) {
        say(out(), text);
    }

    private static void say(PrintWriter writer, String format, Object... arguments) {
        writer.println(
                arguments.length == 0
                        ? Visible.lines(format)
                        : format.formatted(
                                Arrays.stream(arguments).map(Output::shown).toArray()));
        writer.flush();
    }

    private static Object shown(Object argument) {
        boolean harmless = argument == null || argument instanceof Number || argument instanceof Styled;
        return harmless ? argument : Visible.text(argument.toString());
    }

    /** Text with codes of this program's own around it. */
    private record Styled(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Text that stands out where the terminal can do that; for {@link #line} and {@link #note}. */
    Object bold(String text) {
        String shown = Visible.text(text);
        return new Styled(
                command.root().commandLine().getColorScheme().ansi().enabled()
                        ? "\u001b[1m" + shown + "\u001b[0m"
                        : shown);
    }
}
