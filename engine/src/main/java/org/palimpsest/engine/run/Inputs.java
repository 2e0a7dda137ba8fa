package org.palimpsest.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;

/**
 * {@code inputs.json}: what a run was begun with, by digest, so that it does not go on with anything else unnoticed. Where the
 * files lie does not matter.
 *
 * @param files by what they are for, as in the recipe ({@code data.forget}), models by file ({@code model.target/config.json})
 */
record Inputs(Map<String, InputFile> files) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Files of a model folder that numbers depend on, beside weights. */
    private static final Set<String> DECIDING = Set.of(
            "config.json",
            "generation_config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "tokenizer.model",
            "vocab.json",
            "merges.txt",
            "chat_template.jinja",
            "chat_template.json");

    private static final String RECIPE = "recipe.json";

    /**
     * A file as it was.
     *
     * @param path where it lay
     */
    record InputFile(String path, long bytes, String sha256) {}

    /**
     * What a run would go on with now.
     *
     * @throws IOException if a file cannot be read; one that is missing is left out
     */
    static Inputs of(RunFolder folder, Recipe recipe) throws IOException {
        FileDigests digests = new FileDigests(new Anchors(folder, remark -> {}));
        Map<String, InputFile> files = new LinkedHashMap<>();
        files.put(RECIPE, recipe(folder));
        model(files, digests, "model.target", recipe.model().target());
        model(files, digests, "model.reference", recipe.model().reference());
        model(files, digests, "model.base", recipe.model().base());
        JsonNode data = JSON.valueToTree(recipe.data());
        for (Map.Entry<String, JsonNode> source : data.properties()) {
            JsonNode path = source.getValue().path("path");
            if (path.isTextual()) {
                add(files, digests, "data." + source.getKey(), Path.of(path.asText()));
            }
        }
        return new Inputs(files);
    }

    private static void model(Map<String, InputFile> files, FileDigests digests, String role, String folder)
            throws IOException {
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            inside = all.filter(Inputs::decides).sorted().toList();
        }
        for (Path file : inside) {
            add(files, digests, role + "/" + file.getFileName(), file);
        }
    }

    private static boolean decides(Path file) {
        String name = file.getFileName().toString();
        return DECIDING.contains(name) || name.endsWith(".safetensors") || name.endsWith(".safetensors.index.json");
    }

    private static void add(Map<String, InputFile> files, FileDigests digests, String role, Path file)
            throws IOException {
        if (Files.isRegularFile(file)) {
            files.put(role, new InputFile(file.toString(), Files.size(file), digests.of(file)));
        }
    }

    /** The recipe without its name and without paths, whose files have digests of their own. */
    private static InputFile recipe(RunFolder folder) throws IOException {
        String path = folder.recipe().toString();
        JsonNode recipe = JSON.readTree(Files.readString(folder.recipe()));
        if (recipe instanceof ObjectNode all) {
            all.remove(List.of("name", "model"));
            all.path("data").forEach(source -> {
                if (source instanceof ObjectNode file) {
                    file.remove("path");
                }
            });
        }
        byte[] text = recipe.toString().getBytes(StandardCharsets.UTF_8);
        return new InputFile(path, text.length, Digest.of(recipe.toString()));
    }

    /** The same with another run's recipe. */
    Inputs withRecipeOf(RunFolder folder) throws IOException {
        Map<String, InputFile> others = new LinkedHashMap<>(files);
        others.put(RECIPE, recipe(folder));
        return new Inputs(others);
    }

    /**
     * What was noted when the run began.
     *
     * @return empty where version 0.1 began it, which noted nothing
     * @throws RunException if the file is damaged
     */
    static Optional<Inputs> read(RunFolder folder) {
        Path file = folder.inputs();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode all = JSON.readTree(Files.readString(file));
            Map<String, InputFile> files = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : all.path("files").properties()) {
                files.put(entry.getKey(), JSON.treeToValue(entry.getValue(), InputFile.class));
            }
            if (!files.containsKey(RECIPE)
                    || files.values().stream().anyMatch(noted -> noted == null || noted.sha256() == null)) {
                throw damaged(file, null);
            }
            return Optional.of(new Inputs(files));
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new RunException(file + " cannot be read: " + FailureSentence.of(e), e);
        }
    }

    private static RunException damaged(Path file, Exception cause) {
        return new RunException(
                file
                        + " is damaged, so it cannot be told whether data and models are what the run began with. If you know they are, remove the file; the log will say that it could not be checked",
                cause);
    }

    /**
     * Notes them in a run's folder.
     *
     * @throws IOException if it cannot be written
     */
    void write(RunFolder folder) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", RunFolder.FORMAT);
        all.put("files", files);
        AtomicFile.writeString(folder.inputs(), JSON.writeValueAsString(all) + "\n");
    }

    /** What differs from these in {@code now}, a clause each; empty if nothing does. */
    List<String> differences(Inputs now) {
        List<String> all = new ArrayList<>();
        files.forEach((role, then) -> {
            InputFile found = now.files.get(role);
            if (found == null) {
                all.add("%s (%s) is gone".formatted(role, then.path()));
            } else if (found.bytes() != then.bytes()) {
                all.add("%s (%s) had %d bytes and has %d".formatted(role, found.path(), then.bytes(), found.bytes()));
            } else if (!found.sha256().equals(then.sha256())) {
                all.add("%s (%s) has other content".formatted(role, found.path()));
            }
        });
        now.files.forEach((role, found) -> {
            if (!files.containsKey(role)) {
                all.add("%s (%s) was not there".formatted(role, found.path()));
            }
        });
        return all;
    }
}
