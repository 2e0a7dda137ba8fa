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
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** Writes again what it read of a line. */
    @FunctionalInterface
    private interface Rewriting {
        String of(String line) throws IOException;
    }

    /** A kind of lines: the block of the document that lists them, the key that names each, and what the program makes of them. */
    private enum Kind {
        EVENTS("event", RunEvent.class, line -> EventLines.line(EventLines.event(line))),
        COMMANDS("command", RunCommand.class, line -> CommandLines.line(CommandLines.command(line))),
        QUESTIONS("command", DeskCommand.class, line -> DeskLines.line(DeskLines.command(line))),
        REPLIES("reply", DeskReply.class, line -> DeskLines.line(DeskLines.reply(line)));

        private final String key;
        private final Class<?> type;
        private final Rewriting rewriting;

        Kind(String key, Class<?> type, Rewriting rewriting) {
            this.key = key;
            this.type = type;
            this.rewriting = rewriting;
        }

        List<String> lines() throws IOException {
            return examples(name().toLowerCase(Locale.ROOT));
        }
    }

    static Stream<Arguments> lines() throws IOException {
        Stream.Builder<Arguments> lines = Stream.builder();
        for (Kind kind : Kind.values()) {
            kind.lines().forEach(line -> lines.add(Arguments.of(kind, line)));
        }
        return lines.build();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyLineIsWrittenAsTheDocumentSays(Kind kind, String line) throws IOException {
        assertThat(JSON.readTree(kind.rewriting.of(line))).isEqualTo(JSON.readTree(line));
    }

    @ParameterizedTest
    @EnumSource
    void noneIsMissing(Kind kind) throws IOException {
        assertThat(kind.lines().stream().map(line -> text(line, kind.key))).containsAll(names(kind.type));
    }

    @Test
    void noShapeOfAnObservationIsMissing() throws IOException {
        assertThat(String.join("\n", Kind.EVENTS.lines())).contains(names(Observation.class));
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
