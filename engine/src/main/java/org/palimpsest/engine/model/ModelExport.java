package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.palimpsest.engine.tensor.Finiteness;
import org.palimpsest.engine.tensor.FreeSpace;
import org.palimpsest.engine.tensor.SafetensorsWriter;

/** Writes a model as a folder: all of it, or nothing. */
final class ModelExport {
    private static final JsonMapper JSON = new JsonMapper();

    /** What belongs to a model beside weights and configuration: its tokenizer in every form, and the terms it was given under. */
    private static final Pattern KEPT = Pattern.compile(
            "tokenizer\\.json|tokenizer_config\\.json|special_tokens_map\\.json|added_tokens\\.json|generation_config\\.json"
                    + "|chat_template\\.(jinja|json)|vocab\\.(json|txt)|merges\\.txt|tokenizer\\.model(\\.v\\d+)?|tekken\\.json"
                    + "|spiece\\.model|sentencepiece(\\.bpe)?\\.model"
                    + "|(?i:(licen[cs]e|notice|copying|use_policy|acceptable_use_policy)([ ._-].*)?)");

    /** A folder of further chat templates. */
    private static final String TEMPLATES = "additional_chat_templates";

    /** Weights in any form: they are what is written anew. */
    private static final Pattern WEIGHTS =
            Pattern.compile(".+\\.(safetensors|bin|pt|pth|ckpt|h5|msgpack|onnx|gguf)(\\.index\\.json)?");

    private final DecoderModel model;
    private final Path source;
    private final Path folder;
    private final SafetensorsWriter.Precision precision;

    ModelExport(DecoderModel model, Path source, Path folder, SafetensorsWriter.Precision precision) {
        this.model = model;
        this.source = source;
        this.folder = folder;
        this.precision = precision;
    }

    /**
     * Writes the folder. It is made beside its place, or within it where there is a folder already, and moved there when it is whole.
     *
     * @return names of files in the source that were not taken along, since they tell of it and not of this model
     */
    List<String> write() throws IOException {
        requireFinite();
        FreeSpace.require(folder, model.parameterCount() * precision.bytes() + keptBytes());
        boolean there = Files.isDirectory(folder);
        Path whole = folder.toAbsolutePath().normalize();
        Path beside = there ? whole.resolve(".export.part") : whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            delete(beside);
            Files.createDirectories(beside);
            copyKept(beside);
            SafetensorsWriter.write(beside.resolve(WeightFiles.SINGLE), model.parameters(), precision);
            Files.writeString(
                    beside.resolve("config.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config()) + "\n");
            if (there) {
                moveInto(beside, whole);
            } else {
                Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE);
            }
            return leftOut();
        } finally {
            delete(beside);
        }
    }

    /** @throws IOException if the disk has less room than a model of so many weights takes; the message says what is needed */
    static void requireRoom(Path folder, long parameters, SafetensorsWriter.Precision precision) throws IOException {
        FreeSpace.require(folder, parameters * precision.bytes());
    }

    private void requireFinite() throws ModelException {
        NotFinite notFinite = new NotFinite();
        for (Map.Entry<String, NDArray> parameter : model.parameters().entrySet()) {
            notFinite.look(parameter.getKey(), Finiteness.of(parameter.getValue()));
        }
        if (notFinite.any()) {
            throw new ModelException(
                    "the model is not written to %s: %s. Take a state from before its training diverged"
                            .formatted(folder, notFinite.words()));
        }
    }

    private ObjectNode config() throws ModelException {
        ObjectNode config = ExportedConfig.of(source.resolve("config.json"), model.config());
        Quantised.KEYS.forEach(config::remove);
        config.remove("torch_dtype");
        config.put("dtype", precision.name().toLowerCase(Locale.ROOT));
        config.put("torch_dtype", precision.name().toLowerCase(Locale.ROOT));
        return config;
    }

    /** Files of the source that come along, as paths from it. */
    private List<Path> kept() throws IOException {
        List<Path> kept = new ArrayList<>();
        for (String name : FolderKind.names(source)) {
            if (KEPT.matcher(name).matches() && Files.isRegularFile(source.resolve(name))) {
                kept.add(Path.of(name));
            }
        }
        Path templates = source.resolve(TEMPLATES);
        if (Files.isDirectory(templates)) {
            for (String name : FolderKind.names(templates)) {
                if (Files.isRegularFile(templates.resolve(name))) {
                    kept.add(Path.of(TEMPLATES, name));
                }
            }
        }
        return kept;
    }

    private long keptBytes() throws IOException {
        long bytes = 0;
        for (Path name : kept()) {
            bytes += Files.size(source.resolve(name));
        }
        return bytes;
    }

    private void copyKept(Path to) throws IOException {
        for (Path name : kept()) {
            Path copy = to.resolve(name);
            try {
                Files.createDirectories(copy.getParent());
                Files.copy(source.resolve(name), copy);
            } catch (IOException e) {
                throw new ModelException(
                        "%s was not written: %s cannot be copied into it (%s)"
                                .formatted(folder, source.resolve(name), e.getMessage()),
                        e);
            }
        }
    }

    private List<String> leftOut() throws IOException {
        List<String> left = new ArrayList<>();
        for (String name : FolderKind.names(source)) {
            boolean written = name.equals("config.json")
                    || KEPT.matcher(name).matches()
                    || WEIGHTS.matcher(name).matches()
                    || name.startsWith(".");
            if (!written && Files.isRegularFile(source.resolve(name))) {
                left.add(name);
            }
        }
        return left;
    }

    private static void moveInto(Path beside, Path folder) throws IOException {
        for (String name : FolderKind.names(beside)) {
            Path to = folder.resolve(name);
            if (Files.isDirectory(to)) {
                delete(to);
            }
            Files.move(beside.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
