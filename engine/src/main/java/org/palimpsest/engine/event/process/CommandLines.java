package org.palimpsest.engine.event.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.fault.JsonFault;

/** Commands as JSON lines. */
public final class CommandLines {
    private static final JsonMapper JSON = new JsonMapper();

    private CommandLines() {}

    /** The command as one line, without its end. */
    public static String line(RunCommand command) {
        try {
            return JSON.writerFor(RunCommand.class).writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command that cannot be written: " + command, e);
        }
    }

    /**
     * The command of one line.
     *
     * @throws IllegalArgumentException if the line is no command; the message says what was found
     */
    public static RunCommand command(String line) {
        try {
            return JSON.readValue(line, RunCommand.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not a command: " + line + " (" + JsonFault.of(e).reason() + ")", e);
        }
    }
}
