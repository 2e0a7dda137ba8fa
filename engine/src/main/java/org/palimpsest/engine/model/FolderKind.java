package org.palimpsest.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a path is that is no model's folder, or one that is not opened: named for what it is, with what to do. */
final class FolderKind {
    private static final JsonMapper JSON = new JsonMapper();
    /** Files without which a folder is no model's; a link to one that is gone is worth a word of its own. */
    private static final List<String> LINKED =
            List.of("config.json", WeightFiles.SINGLE, WeightFiles.INDEX, "tokenizer.json", "tokenizer_config.json");

    private static final int DEPTH = 4;
    /** Somebody's whole home may be given by mistake. */
    private static final int MOST_LOOKED_AT = 5000;

    private FolderKind() {}

    /**
     * Returns where a path may be a model's folder.
     *
     * @throws ModelException if it is something else; the message says what, and what to do with it
     */
    static void refuseOthers(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new ModelException(noFolder(path));
        }
        for (String name : LINKED) {
            refuseDanglingLink(path.resolve(name));
        }
        boolean configured = holds(path, "config.json");
        if (holds(path, "adapter_config.json")) {
            throw new ModelException(adapter(path, configured));
        }
        if (configured) {
            Quantised.refuse(path);
            return;
        }
        if (holds(path, "recipe.json")) {
            // The reader of config.json knows what to do with a run.
            return;
        }
        DownloadCache.refuse(path);
        refuseWeightsAlone(path);
        List<Path> below = modelsBelow(path);
        if (!below.isEmpty()) {
            throw new ModelException("%s is no model itself, but %s in it is one%s; give that folder"
                    .formatted(
                            path,
                            path.relativize(below.get(0)),
                            below.size() == 1 ? "" : " (and %d more)".formatted(below.size() - 1)));
        }
    }

    private static String noFolder(Path path) throws IOException {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            return "%s is a link to %s, which is not there; correct the link or give the folder itself"
                    .formatted(path, Files.readSymbolicLink(path));
        }
        if (!Files.exists(path)) {
            return "no model folder at " + path;
        }
        if (path.toString().endsWith(".gguf")) {
            return gguf(path + " is a GGUF file");
        }
        return "%s is a file; a model is a Hugging Face folder with config.json and model.safetensors%s"
                .formatted(
                        path,
                        path.toString().endsWith(".safetensors")
                                ? ", so give the folder it lies in, "
                                        + path.toAbsolutePath().normalize().getParent()
                                : "");
    }

    /** @throws ModelException if there is a link in place of a file, and nothing where it leads */
    static void refuseDanglingLink(Path file) throws IOException {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new ModelException(
                    "%s is a link to %s, which is not there: the download was not finished, or only links were copied. Fetch the model again, or copy it with what its links lead to (cp -L)"
                            .formatted(file, Files.readSymbolicLink(file)));
        }
    }

    private static String adapter(Path folder, boolean configured) throws IOException {
        String base = "";
        try {
            JsonNode named = JSON.readTree(Files.readString(folder.resolve("adapter_config.json")))
                    .path("base_model_name_or_path");
            base = named.isTextual() && !named.asText().isBlank() ? " for " + named.asText() : "";
        } catch (JsonProcessingException e) {
            base = " (whose adapter_config.json is not valid JSON)";
        }
        if (configured && holdsWeights(folder)) {
            return "%s holds a model and an adapter%s beside it (adapter_config.json), which the Python library would apply to it. Merge the adapter (merge_and_unload) and save the model, or move the adapter's files away if it is not meant"
                    .formatted(folder, base);
        }
        return "%s holds an adapter%s (adapter_config.json), which is only a part of a model. Merge it into its base model (merge_and_unload in Python), save that with save_pretrained and give its folder"
                .formatted(folder, base);
    }

    private static boolean holdsWeights(Path folder) {
        return holds(folder, WeightFiles.SINGLE) || holds(folder, WeightFiles.INDEX);
    }

    /** Folders without configuration in which weights lie all the same. */
    private static void refuseWeightsAlone(Path folder) throws IOException {
        List<String> names = names(folder);
        if (names.contains("params.json")) {
            throw new ModelException(
                    "%s holds a model in its maker's own layout (params.json); convert it to a Hugging Face folder (config.json, model.safetensors, tokenizer.json) with the script that its maker or the transformers library has for it"
                            .formatted(folder));
        }
        Optional<String> gguf = ending(names, "gguf");
        if (gguf.isPresent()) {
            throw new ModelException(gguf(folder + " holds a GGUF file (" + gguf.get() + ")"));
        }
        Optional<String> weights = ending(names, "safetensors|bin|pt|pth|ckpt|h5|msgpack");
        if (weights.isPresent()) {
            throw new ModelException(
                    "%s holds weights (%s) but no config.json, which says what model they are; fetch config.json of the same model"
                            .formatted(folder, weights.get()));
        }
    }

    private static String gguf(String what) {
        return what
                + ", which is not read here. Give the Hugging Face folder it was made from: config.json, model.safetensors, tokenizer.json";
    }

    /** A sentence about a folder that has a configuration, but neither weights in one file nor an index of shards. */
    static String withoutWeights(Path folder) throws IOException {
        List<String> names = names(folder);
        Optional<String> shards = Shards.withoutIndex(folder, names);
        if (shards.isPresent()) {
            return shards.get();
        }
        Optional<String> unfinished = ending(names, "incomplete|part|aria2|crdownload|tmp");
        if (unfinished.isPresent()) {
            return "%s holds no weights but %s, a download that was not finished; fetch the model again"
                    .formatted(folder, unfinished.get());
        }
        Optional<String> other = ending(names, "safetensors");
        if (other.isPresent()) {
            return "%s has no model.safetensors, but %s; if that is the whole model, rename it to model.safetensors"
                    .formatted(folder, other.get());
        }
        Optional<String> gguf = ending(names, "gguf");
        if (gguf.isPresent()) {
            return gguf(folder + " holds its weights as a GGUF file (" + gguf.get() + ")");
        }
        Optional<String> pickle = ending(names, "bin|pt|pth|ckpt");
        if (pickle.isPresent()) {
            return "%s holds its weights as a pickle file (%s), which can run any program when opened and is refused; convert it with save_pretrained(..., safe_serialization=True)"
                    .formatted(folder, pickle.get());
        }
        Optional<String> foreign = ending(names, "h5|msgpack|onnx");
        if (foreign.isPresent()) {
            return "%s holds its weights for another library (%s), which are not read here; convert them with save_pretrained(..., safe_serialization=True)"
                    .formatted(folder, foreign.get());
        }
        Optional<Path> below = weightsBelow(folder);
        return folder + " has no model.safetensors and no model.safetensors.index.json"
                + below.map(file -> "; there is %s, so move the weights beside config.json"
                                .formatted(folder.relativize(file)))
                        .orElse("");
    }

    /** Where in a folder a file lies that was looked for in another place of it, and what to do. */
    static String elsewhere(Path folder, Path file) throws IOException {
        return below(folder, Pattern.quote(file.getFileName().toString()))
                .findFirst()
                .map(found -> "; it lies in %s, so move it to where the index says".formatted(found.getParent()))
                .orElse("; fetch it");
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Optional<String> ending(List<String> names, String endings) {
        return names.stream()
                .filter(name -> name.matches(".+\\.(" + endings + ")"))
                .findFirst();
    }

    private static boolean holds(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** Folders further down that have a configuration: the states of a training, for one. */
    private static List<Path> modelsBelow(Path folder) throws IOException {
        return below(folder, "config\\.json").map(Path::getParent).toList();
    }

    private static Optional<Path> weightsBelow(Path folder) throws IOException {
        return below(folder, ".+\\.safetensors(\\.index\\.json)?").findFirst();
    }

    private static Stream<Path> below(Path folder, String name) throws IOException {
        try (Stream<Path> tree = Files.walk(folder, DEPTH)) {
            return tree
                    .limit(MOST_LOOKED_AT)
                    .filter(path -> path.getFileName().toString().matches(name))
                    .sorted()
                    .toList()
                    .stream();
        } catch (UncheckedIOException e) {
            // A folder in it that cannot be entered: the hint is left out, the refusal stands.
            return Stream.empty();
        }
    }
}
