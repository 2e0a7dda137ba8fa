package org.palimpsest.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.AtomicFile;

/**
 * {@code digests.json} of a checkpoint: length and SHA-256 of every other file as it was written.
 *
 * @param files by their names
 */
record CheckpointDigests(Map<String, Entry> files) {
    static final String FILE = "digests.json";

    private static final JsonMapper JSON = new JsonMapper();

    /** How a file was written. */
    record Entry(long bytes, String sha256) {}

    /** Notes the files of a folder, beside them. */
    static void write(Path folder, List<String> names) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        all.put("format", CheckpointPosition.FORMAT);
        ObjectNode files = all.putObject("files");
        for (String name : names) {
            Path file = folder.resolve(name);
            files.putObject(name).put("bytes", Files.size(file)).put("sha256", Digest.of(file));
        }
        AtomicFile.writeString(folder.resolve(FILE), all + "\n");
    }

    static CheckpointDigests of(String text) throws CheckpointPosition.Unusable {
        JsonNode all = CheckpointPosition.object(FILE, text);
        if (CheckpointPosition.format(FILE, all) < CheckpointPosition.FORMAT || all.size() != 2) {
            throw new CheckpointPosition.Unusable(FILE + " is not what a checkpoint of this format has");
        }
        Map<String, Entry> files = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> file : all.path("files").properties()) {
            JsonNode bytes = file.getValue().path("bytes");
            JsonNode sha256 = file.getValue().path("sha256");
            if (!bytes.isIntegralNumber()
                    || !sha256.isTextual()
                    || file.getValue().size() != 2) {
                throw new CheckpointPosition.Unusable("%s does not say what %s was".formatted(FILE, file.getKey()));
            }
            files.put(file.getKey(), new Entry(bytes.asLong(), sha256.asText()));
        }
        return new CheckpointDigests(files);
    }

    /** Compares some of the files of a folder with what was noted of them. */
    void require(Path folder, Collection<String> names) throws IOException, CheckpointPosition.Unusable {
        for (String name : names) {
            Entry entry = files.get(name);
            Path file = folder.resolve(name);
            if (entry == null) {
                throw new CheckpointPosition.Unusable("%s does not speak of %s".formatted(FILE, name));
            }
            if (!Files.isRegularFile(file)) {
                throw new CheckpointPosition.Unusable(name + " is missing");
            }
            if (Files.size(file) != entry.bytes()) {
                throw new CheckpointPosition.Unusable("%s has %d bytes, but %s says %d were written"
                        .formatted(name, Files.size(file), FILE, entry.bytes()));
            }
            String found = Digest.of(file);
            if (!found.equals(entry.sha256())) {
                throw new CheckpointPosition.Unusable(
                        "%s is not as it was written: its SHA-256 is %s…, and %s… was noted in %s"
                                .formatted(name, start(found), start(entry.sha256()), FILE));
            }
        }
    }

    private static String start(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }
}
