package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunHistory;
import org.palimpsest.engine.event.RunReader;

/**
 * Everything of a run that must not depend on whether it was killed on the way: the events that count, without their moments (how far a
 * work has come is told of work alone, and what was kept is not done twice), its
 * checkpoints to the last bit, and its scores.
 *
 * @param events as JSON, oldest first, without number, moment and seconds
 * @param tensors digest by file, of all that is kept of checkpoints, and of the scores
 * @param warnings what people were warned of
 */
record History(List<String> events, Map<String, String> tensors, List<String> warnings) {
    private static final JsonMapper JSON = new JsonMapper();

    History {
        events = List.copyOf(events);
        tensors = new TreeMap<>(tensors);
        warnings = List.copyOf(warnings);
    }

    static History of(RunFolder run) throws IOException {
        RunHistory read = RunReader.read(run);
        List<String> events = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (RunEvent event : read.events()) {
            if (event instanceof RunEvent.Warned warned) {
                warnings.add(warned.message());
            } else if (!(event instanceof RunEvent.Resumed)
                    && !(event instanceof RunEvent.Stopped)
                    && !(event instanceof RunEvent.Progress)) {
                events.add(timeless(event));
            }
        }
        warnings.addAll(read.damage());
        Map<String, String> tensors = new TreeMap<>();
        if (Files.exists(run.checkpoints())) {
            try (Stream<Path> files = Files.walk(run.checkpoints())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    tensors.put(
                            run.checkpoints().relativize(file).toString(), Specimen.sha256(Files.readAllBytes(file)));
                }
            }
        }
        if (Files.exists(run.scores())) {
            tensors.put("scores.json", Specimen.sha256(Files.readAllBytes(run.scores())));
        }
        return new History(events, tensors, warnings);
    }

    Answer answer() {
        return new Answer(
                Answer.Kind.ACCEPTED, String.join("\n", events) + "\n" + tensors, String.join("\n", warnings));
    }

    /** What is not as in another history, in words; empty if nothing is. */
    String difference(History other) {
        for (int i = 0; i < Math.max(events.size(), other.events.size()); i++) {
            String here = i < events.size() ? events.get(i) : "nothing";
            String there = i < other.events.size() ? other.events.get(i) : "nothing";
            if (!here.equals(there)) {
                return "event %d is %s, not %s".formatted(i, there, here);
            }
        }
        if (!tensors.equals(other.tensors)) {
            return "files are %s, not %s".formatted(other.tensors, tensors);
        }
        return warnings.equals(other.warnings) ? "" : "warned of %s, not of %s".formatted(other.warnings, warnings);
    }

    private static String timeless(RunEvent event) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(EventLines.line(event));
        return json.without(List.of("sequence", "at", "seconds")).toString();
    }
}
