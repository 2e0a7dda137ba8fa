package org.palimpsest.engine.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Folders that are no model's, named for what they are. */
final class OtherFolder {
    private static final Set<String> DATA = Set.of("json", "jsonl", "ndjson", "csv", "tsv", "parquet", "txt");

    private static final int DEPTH = 4;
    /** Somebody's whole home may be given by mistake. */
    private static final int MOST_LOOKED_AT = 5000;

    private OtherFolder() {}

    /**
     * Returns where a folder may be a model's.
     *
     * @throws DeskException if it is something else; the message says what, and what to do with it
     */
    static void refuse(Path folder) throws IOException {
        if (holds(folder, "recipe.json")) {
            throw new DeskException(
                    folder
                            + " is the folder of a run; it is opened among the runs. As a model, take one of the runs' models or export it");
        }
        if (holds(folder, "adapter_config.json") && !holds(folder, "config.json")) {
            throw new DeskException(
                    folder
                            + " holds an adapter (adapter_config.json), which is only a part of a model. Merge it into its base model and save that");
        }
        if (holds(folder, "config.json") || holds(folder, "model.safetensors")) {
            return;
        }
        Optional<Path> below = modelBelow(folder);
        if (below.isPresent()) {
            throw new DeskException("%s is no model itself, but %s in it is one; give that folder"
                    .formatted(folder, folder.relativize(below.get())));
        }
        if (!having(folder, Set.of("gguf")).isEmpty()) {
            throw new DeskException(
                    folder
                            + " holds a GGUF file, which is not read here. Give the Hugging Face folder it was made from: config.json, model.safetensors, tokenizer.json");
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

    /** A model one to three levels down, as in the cache of the Python library ({@code models--x/snapshots/hash}). */
    private static Optional<Path> modelBelow(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder, DEPTH)) {
            return tree.limit(MOST_LOOKED_AT)
                    .filter(path -> path.getFileName().toString().equals("config.json"))
                    .map(Path::getParent)
                    .sorted()
                    .findFirst();
        } catch (UncheckedIOException e) {
            // A folder in it that cannot be entered: the hint is left out, the refusal stands.
            return Optional.empty();
        }
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
