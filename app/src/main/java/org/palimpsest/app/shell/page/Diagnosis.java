package org.palimpsest.app.shell.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.event.process.JavaProgram;

/**
 * What the program's doctor says of this machine.
 *
 * @param ready whether everything needed is there
 */
record Diagnosis(boolean ready, List<Found> findings) {
    private static final String PROGRAM = "org.palimpsest.app.Palimpsest";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One thing looked at.
     *
     * @param state {@code GOOD}, {@code NOTICE} or {@code MISSING}
     * @param advice what to do; empty if nothing
     */
    record Found(String name, String state, String found, String advice) {}

    Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Asks the doctor in a process of its own, since it loads native libraries. Takes seconds.
     *
     * @throws IOException if it gives no answer; {@code log} then says why
     */
    static Diagnosis make(Path log) throws IOException, InterruptedException {
        Process doctor = JavaProgram.start(PROGRAM, List.of("doctor", "--json"), 1, log);
        doctor.getOutputStream().close();
        String answer = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = doctor.waitFor();
        if (answer.isBlank()) {
            throw new IOException("exit status " + status + ", " + log);
        }
        return of(answer);
    }

    /** Reads what {@code doctor --json} prints. */
    static Diagnosis of(String json) throws IOException {
        JsonNode document = JSON.readTree(json);
        List<Found> findings = new ArrayList<>();
        for (JsonNode finding : document.path("findings")) {
            findings.add(new Found(
                    finding.path("name").asText(),
                    finding.path("state").asText(),
                    finding.path("found").asText(),
                    finding.path("advice").asText()));
        }
        return new Diagnosis(document.path("ready").asBoolean(), findings);
    }
}
