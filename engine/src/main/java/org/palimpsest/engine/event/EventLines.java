package org.palimpsest.engine.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.palimpsest.engine.fault.JsonFault;

/**
 * Events as lines of JSON and back. Instants are ISO-8601 in UTC; numbers that are not finite are the texts {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}, which JSON has no numbers for.
 */
public final class EventLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // A newer version may say more of an event than this one knows.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(RunEvent.class);
    private static final ObjectReader READER = JSON.readerFor(RunEvent.class);

    private EventLines() {}

    /** The event as one line of JSON, without the line's end. */
    public static String line(RunEvent event) {
        try {
            return WRITER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("event " + event + " cannot be written as JSON", e);
        }
    }

    /**
     * The event of one line.
     *
     * @throws EventLineException if the line is no JSON, or an event or observation this version does not know
     */
    public static RunEvent event(String line) {
        try {
            return whole(READER.readValue(line), line);
        } catch (JsonProcessingException e) {
            throw new EventLineException(JsonFault.of(e).reason(), line, e);
        }
    }

    private static RunEvent whole(RunEvent event, String line) {
        Optional<String> absent = Absent.in(event);
        if (absent.isPresent()) {
            throw new EventLineException(absent.get() + " is missing", line, null);
        }
        return event;
    }

    /** The event in {@code length} bytes of UTF-8; throws as {@link #event(String)} does. */
    static RunEvent event(byte[] bytes, int start, int length) {
        try {
            RunEvent event = READER.readValue(bytes, start, length);
            Optional<String> absent = Absent.in(event);
            if (absent.isPresent()) {
                throw new EventLineException(
                        absent.get() + " is missing", EventLineException.text(bytes, start, length), null);
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new EventLineException(JsonFault.of(e).reason(), EventLineException.text(bytes, start, length), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sequence number of a line of any kind; empty if the line is not a whole JSON object with a number. */
    static OptionalLong sequence(byte[] line) {
        try {
            JsonNode sequence = JSON.readTree(line).path("sequence");
            return sequence.isIntegralNumber() ? OptionalLong.of(sequence.asLong()) : OptionalLong.empty();
        } catch (JsonProcessingException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
