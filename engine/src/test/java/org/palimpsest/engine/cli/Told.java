package org.palimpsest.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** What a command said and how it ended. */
record Told(int status, String out, String err) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Runs a command in this process, its streams captured. */
    static Told by(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program =
                CommandLineProgram.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status =
                program.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        program.getOut().flush();
        program.getErr().flush();
        return new Told(status, out.toString(), err.toString());
    }

    /** Standard output as the one JSON document it must be. */
    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not one JSON document: " + out, e);
        }
    }

    /** The sentence of a failure: the first line of standard error. */
    String sentence() {
        return err.lines().findFirst().orElse("");
    }
}
