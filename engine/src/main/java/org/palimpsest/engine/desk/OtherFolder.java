package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.palimpsest.engine.model.ModelFolder;

/** Folders that are no model's, named for what they are; those that have to do with models are known to the room of models. */
final class OtherFolder {
    private static final Set<String> DATA = Set.of("json", "jsonl", "ndjson", "csv", "tsv", "parquet", "txt");

    private OtherFolder() {}

    /**
     * Returns where a folder may be a model's.
     *
     * @throws IOException if it is something else; the message says what, and what to do with it
     */
    static void refuse(Path folder) throws IOException {
        if (holds(folder, "recipe.json")) {
            throw new DeskException(
                    folder
                            + " is the folder of a run; it is opened among the runs. As a model, take one of the runs' models or export it");
        }
        ModelFolder.refuseOthers(folder);
        if (holds(folder, "config.json")) {
            return;
        }
        List<String> data = having(folder, DATA);
        if (!data.isEmpty()) {
            throw new DeskException(
                    "%s is a folder with files of data; give one of them, such as %s".formatted(folder, data.get(0)));
        }
        throw new DeskException(
                "%s is no model folder: config.json is missing (%s). Expected config.json, model.safetensors and tokenizer.json"
                        .formatted(folder, Inspecting.content(folder)));
    }

    private static boolean holds(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private static List<String> having(Path folder, Set<String> endings) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> endings.contains(Inspecting.ending(file)))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
