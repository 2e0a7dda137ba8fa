package org.palimpsest.engine.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;

/** A Hugging Face folder: {@code config.json} with {@code model.safetensors}, or shards and their index. */
public final class ModelFolder {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TOKENIZER_FILES = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "generation_config.json",
            "chat_template.jinja",
            "vocab.json",
            "merges.txt");

    private ModelFolder() {}

    /** The shape of the model in a folder, without its weights. */
    public static DecoderConfig config(Path folder) throws ModelException {
        requireFolder(folder);
        return ConfigReader.read(folder.resolve("config.json"));
    }

    /**
     * Loads a model as float32.
     *
     * @throws ModelException if the architecture is unknown, or a tensor is missing or of another shape than the configuration says
     * @throws IOException if a file is damaged or cannot be read
     */
    public static DecoderModel load(Path folder, Device device) throws IOException {
        DecoderConfig config = config(folder);
        return load(config, places(folder, config), device);
    }

    /**
     * Loads a model of a folder's shape with the weights of another file, as float32.
     *
     * @throws ModelException if a tensor is missing or of another shape than the folder's configuration says
     * @throws IOException if a file is damaged or cannot be read
     */
    public static DecoderModel load(Path folder, Path weights, Device device) throws IOException {
        DecoderConfig config = config(folder);
        return load(config, inOneFile(weights, config), device);
    }

    /** Every shape is looked at before the first weight is read: a model that does not fit is refused at once. */
    private static DecoderModel load(DecoderConfig config, Map<String, Path> places, Device device) throws IOException {
        NDManager home = Torch.newScope(device);
        Map<Path, SafetensorsFile> open = new LinkedHashMap<>();
        try {
            Map<String, Shape> expected = Weights.expected(config);
            for (var entry : expected.entrySet()) {
                String name = entry.getKey();
                Path file = places.get(name);
                if (!open.containsKey(file)) {
                    open.put(file, SafetensorsFile.open(file));
                }
                String stored = storedName(open.get(file), name, config);
                requireShape(file, stored, open.get(file).shape(stored), entry.getValue());
            }
            Map<String, NDArray> parameters = new LinkedHashMap<>();
            for (String name : expected.keySet()) {
                SafetensorsFile file = open.get(places.get(name));
                parameters.put(name, file.read(home, storedName(file, name, config)));
            }
            return new DecoderModel(config, home, parameters);
        } catch (IOException | RuntimeException e) {
            home.close();
            throw e;
        } finally {
            for (SafetensorsFile file : open.values()) {
                file.close();
            }
        }
    }

    /**
     * Writes a model as a folder that the Python reference library loads: weights, the source's configuration with the new element
     * type, and the source's tokenizer.
     */
    public static void export(DecoderModel model, Path source, Path folder, SafetensorsWriter.Precision precision)
            throws IOException {
        Files.createDirectories(folder);
        ObjectNode config = (ObjectNode) JSON.readTree(Files.readString(source.resolve("config.json")));
        config.remove("torch_dtype");
        config.put("dtype", precision.name().toLowerCase(Locale.ROOT));
        config.put("torch_dtype", precision.name().toLowerCase(Locale.ROOT));
        SafetensorsWriter.write(folder.resolve("model.safetensors"), model.parameters(), precision);
        Files.writeString(
                folder.resolve("config.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config) + "\n");
        for (String name : TOKENIZER_FILES) {
            Path file = source.resolve(name);
            if (Files.isRegularFile(file)) {
                Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** For each expected tensor the file it should be in. */
    static Map<String, Path> places(Path folder, DecoderConfig config) throws IOException {
        Path single = folder.resolve("model.safetensors");
        Path index = folder.resolve("model.safetensors.index.json");
        if (Files.isRegularFile(single)) {
            return inOneFile(single, config);
        }
        if (!Files.isRegularFile(index)) {
            throw new ModelException(noWeights(folder));
        }
        Map<String, Path> places = new LinkedHashMap<>();
        JsonNode map = readIndex(index).path("weight_map");
        for (String name : Weights.expected(config).keySet()) {
            String shard = map.path(name).asText("");
            Path file = folder.resolve(shard);
            if (!folder.normalize().equals(file.normalize().getParent()) && !shard.isEmpty()) {
                throw new ModelException(
                        "%s says tensor \"%s\" is in %s, which is outside the model folder; only files beside the index are opened"
                                .formatted(index, name, shard));
            }
            if (shard.isEmpty() || !Files.isRegularFile(file)) {
                throw new ModelException(
                        shard.isEmpty()
                                ? "%s does not say where tensor \"%s\" is".formatted(index, name)
                                : "%s says tensor \"%s\" is in %s, but that file is missing"
                                        .formatted(index, name, shard));
            }
            places.put(name, file);
        }
        return places;
    }

    private static Map<String, Path> inOneFile(Path single, DecoderConfig config) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(single)) {
            requireAll(single, config, file);
        }
        Map<String, Path> places = new LinkedHashMap<>();
        Weights.expected(config).keySet().forEach(name -> places.put(name, single));
        return places;
    }

    private static JsonNode readIndex(Path index) throws IOException {
        try {
            return JSON.readTree(Files.readString(index));
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s is not valid JSON at line %d, column %d: %s"
                            .formatted(
                                    index,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        }
    }

    private static void requireAll(Path file, DecoderConfig config, SafetensorsFile tensors) throws ModelException {
        TreeSet<String> missing = new TreeSet<>(Weights.expected(config).keySet());
        missing.removeIf(name -> tensors.names().contains(storedName(tensors, name, config)));
        if (!missing.isEmpty()) {
            throw new ModelException(
                    "%s lacks %d of the %d tensors that its configuration asks for, first \"%s\"; the file and config.json do not belong together"
                            .formatted(
                                    file,
                                    missing.size(),
                                    Weights.expected(config).size(),
                                    missing.first()));
        }
    }

    /** GPT-2 checkpoints are about with and without the prefix {@code transformer.}. */
    static String storedName(SafetensorsFile tensors, String name, DecoderConfig config) {
        boolean bare =
                config.architecture() == Architecture.GPT2 && !tensors.names().contains(name);
        return bare ? name.replaceFirst("^transformer\\.", "") : name;
    }

    static void requireShape(Path file, String name, Shape found, Shape expected) throws ModelException {
        if (!found.equals(expected)) {
            throw new ModelException("%s: tensor \"%s\" has shape %s, but config.json asks for %s"
                    .formatted(file, name, found, expected));
        }
    }

    private static void requireFolder(Path folder) throws ModelException {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("no model folder at " + folder);
        }
    }

    private static String noWeights(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            String pickle = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(bin|pt|pth|ckpt)"))
                    .sorted()
                    .findFirst()
                    .orElse("");
            if (pickle.isEmpty()) {
                return folder + " has no model.safetensors and no model.safetensors.index.json";
            }
            return "%s holds its weights as a pickle file (%s), which can run any program when opened and is refused; convert it with save_pretrained(..., safe_serialization=True)"
                    .formatted(folder, pickle);
        }
    }
}
