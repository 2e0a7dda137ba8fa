package org.palimpsest.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskLines;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.event.process.CommandLines;

/** The example lines of the protocol's document are what the program reads and writes, and none is missing. */
class ProtocolDocumentTest {
    private static final JsonMapper JSON = new JsonMapper();

    static List<String> events() throws IOException {
        return examples("events");
    }

    static List<String> commands() throws IOException {
        return examples("commands");
    }

    static List<String> questions() throws IOException {
        return examples("questions");
    }

    static List<String> replies() throws IOException {
        return examples("replies");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionIsWrittenAsTheDocumentSays(String line) throws IOException {
        assertThat(JSON.readTree(DeskLines.line(DeskLines.command(line)))).isEqualTo(JSON.readTree(line));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyIsWrittenAsTheDocumentSays(String line) throws IOException {
        assertThat(JSON.readTree(DeskLines.line(DeskLines.reply(line)))).isEqualTo(JSON.readTree(line));
    }

    @Test
    void noQuestionIsMissing() throws IOException {
        assertThat(questions().stream().map(line -> text(line, "command"))).containsAll(names(DeskCommand.class));
    }

    @Test
    void noReplyIsMissing() throws IOException {
        assertThat(replies().stream().map(line -> text(line, "reply"))).containsAll(names(DeskReply.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsWrittenAsTheDocumentSays(String line) throws IOException {
        assertThat(JSON.readTree(EventLines.line(EventLines.event(line)))).isEqualTo(JSON.readTree(line));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsWrittenAsTheDocumentSays(String line) throws IOException {
        assertThat(JSON.readTree(CommandLines.line(CommandLines.command(line)))).isEqualTo(JSON.readTree(line));
    }

    @Test
    void noEventIsMissing() throws IOException {
        assertThat(events().stream().map(line -> text(line, "event"))).containsAll(names(RunEvent.class));
    }

    @Test
    void noCommandIsMissing() throws IOException {
        assertThat(commands().stream().map(line -> text(line, "command"))).containsAll(names(RunCommand.class));
    }

    @Test
    void noShapeOfAnObservationIsMissing() throws IOException {
        assertThat(String.join("\n", events())).contains(names(Observation.class));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static String text(String line, String key) {
        try {
            JsonNode node = JSON.readTree(line);
            return node.path(key).asText();
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    /** The lines of the block headed {@code ```json NAME}. */
    private static List<String> examples(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "worker-protocol.md"))) {
            return lines.dropWhile(line -> !line.equals("```json " + name))
                    .skip(1)
                    .takeWhile(line -> !line.equals("```"))
                    .toList();
        }
    }
}
