package org.palimpsest.engine.event.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.OptionalLong;
import org.palimpsest.engine.fault.JsonFault;

/** A desk's commands and replies as lines of JSON and back. */
public final class DeskLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DeskLines() {}

    /** A command as one line, without its end. */
    public static String line(DeskCommand command) {
        return write(DeskCommand.class, command);
    }

    /** A reply as one line, without its end. */
    public static String line(DeskReply reply) {
        return write(DeskReply.class, reply);
    }

    /**
     * The command of one line.
     *
     * @throws IllegalArgumentException if the line is none; the message says what was found
     */
    public static DeskCommand command(String line) {
        return read(DeskCommand.class, line);
    }

    /**
     * The reply of one line.
     *
     * @throws IllegalArgumentException if the line is none; the message says what was found
     */
    public static DeskReply reply(String line) {
        return read(DeskReply.class, line);
    }

    /** The number in a line that is no command, so that whoever asked can be told. */
    public static OptionalLong id(String line) {
        try {
            JsonNode id = JSON.readTree(line).path("id");
            return id.canConvertToLong() ? OptionalLong.of(id.asLong()) : OptionalLong.empty();
        } catch (JsonProcessingException e) {
            return OptionalLong.empty();
        }
    }

    private static <T> String write(Class<T> type, T value) {
        try {
            return JSON.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line that cannot be written: " + value, e);
        }
    }

    private static <T> T read(Class<T> type, String line) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not a desk's line: " + line + " (" + JsonFault.of(e).reason() + ")", e);
        }
    }
}
