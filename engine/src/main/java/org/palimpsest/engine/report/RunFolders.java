package org.palimpsest.engine.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunOrigins;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.fault.JsonFault;

/** Reads run folders for a report. */
public final class RunFolders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunFolders() {}

    /**
     * The runs in these folders, finished or not. A folder that is no run itself stands for the runs in it, in the order of
     * their names; whatever else lies there is passed over. A run goes by its own name; where two share it, by its folder's
     * name and a number if need be.
     *
     * @throws org.palimpsest.engine.event.RunFolderException when a folder neither is a run nor holds one
     * @throws IOException when a file cannot be read; the message names it
     */
    public static List<RecordedRun> read(List<Path> given) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path path : given) {
            folders.addAll(runsIn(path));
        }
        List<RecordedRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(read(folder));
        }
        return named(runs, folders);
    }

    /** The folder itself if it is a run, the runs directly in it if there are any, otherwise itself to be spoken of. */
    private static List<Path> runsIn(Path path) throws IOException {
        if (isRun(path) || !Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            List<Path> runs = inside.filter(RunFolders::isRun).sorted().toList();
            return runs.isEmpty() ? List.of(path) : runs;
        }
    }

    /** A run that has begun; a folder of samples or of kept scores has neither file. */
    private static boolean isRun(Path path) {
        RunFolder folder = new RunFolder(path);
        return Files.isRegularFile(folder.recipe()) && Files.isRegularFile(folder.events());
    }

    private static RecordedRun read(Path path) throws IOException {
        RunFolder folder = RunFolder.open(path);
        List<RunEvent> events = RunReader.everything(folder);
        String name = folder.path().getFileName().toString();
        MethodCard method = null;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Started started) {
                name = started.name().isBlank() ? name : started.name();
                method = Catalogue.method(started.method()).orElse(null);
            }
        }
        return new RecordedRun(
                name,
                path.toString(),
                method,
                events,
                RunReader.read(folder).skipped(),
                Files.readString(folder.recipe()),
                environment(folder.environment()),
                RunOrigins.read(folder));
    }

    /** The leaves of a JSON document by the path to them; none when the file is absent. */
    private static Map<String, String> environment(Path file) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                collect("", JSON.readTree(Files.readString(file)), facts);
            } catch (JsonProcessingException e) {
                throw new IOException(
                        file + ": " + JsonFault.of(e).words() + ". Remove the file to report without it.", e);
            }
        }
        return facts;
    }

    private static void collect(String name, JsonNode node, Map<String, String> facts) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), facts));
        } else if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
            facts.put(name, String.join(", ", items));
        } else {
            facts.put(name, node.asText());
        }
    }

    private static List<RecordedRun> named(List<RecordedRun> runs, List<Path> folders) {
        List<RecordedRun> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            RecordedRun run = runs.get(i);
            boolean shared =
                    runs.stream().filter(r -> r.name().equals(run.name())).count() > 1;
            String own = shared
                    ? folders.get(i).toAbsolutePath().normalize().getFileName().toString()
                    : run.name();
            String name = own;
            for (int n = 2; !taken.add(name); n++) {
                name = own + " (" + n + ")";
            }
            named.add(run.withName(name));
        }
        return named;
    }
}
