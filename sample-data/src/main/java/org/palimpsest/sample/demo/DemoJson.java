package org.palimpsest.sample.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;

/** The demonstration's outcome as one JSON document. */
final class DemoJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DemoJson() {}

    static String of(Demo.Outcome outcome) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode runs = document.putArray("runs");
        for (Path run : outcome.runs()) {
            runs.add(run(RunFolder.open(run)));
        }
        document.put("report", outcome.report().toString());
        document.put("seconds", outcome.seconds());
        return JSON.writeValueAsString(document);
    }

    private static ObjectNode run(RunFolder folder) throws IOException {
        ObjectNode run = JSON.createObjectNode();
        ObjectNode attacks = JSON.createObjectNode();
        run.put("folder", folder.path().toString());
        for (RunEvent event : RunReader.read(folder).events()) {
            if (event instanceof RunEvent.Started started) {
                run.put("name", started.name()).put("method", started.method());
            }
            if (event instanceof RunEvent.AttackFinished finished) {
                attacks.withObject("/" + finished.attack())
                        .set(finished.subject().name().toLowerCase(Locale.ROOT), JSON.valueToTree(finished.summary()));
            }
        }
        run.set("scores", JSON.readTree(folder.scores().toFile()));
        run.set("attacks", attacks);
        return run;
    }
}
