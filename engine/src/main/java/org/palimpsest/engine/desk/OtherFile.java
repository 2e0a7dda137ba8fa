package org.palimpsest.engine.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Files that hold no data, named for what they are. */
final class OtherFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> PICKLES = Set.of("bin", "pt", "pth", "ckpt", "pkl");
    private static final Set<String> MODEL_PARTS = Set.of(
            "config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "generation_config.json",
            "special_tokens_map.json",
            "model.safetensors.index.json",
            "vocab.json");
    /** Recipes are short; a longer file is not read for being one. */
    private static final long LONGEST_RECIPE = 1 << 20;

    private OtherFile() {}

    /**
     * Returns where a file may hold data.
     *
     * @throws DeskException if it is something else; the message says what, and what to do with it
     */
    static void refuse(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (PICKLES.contains(Inspecting.ending(file))) {
            throw new DeskException(
                    file
                            + " is a pickle file, which can run any program when opened and is refused. Weights are read from safetensors: convert the model with save_pretrained(..., safe_serialization=True) and give its folder");
        }
        if (name.endsWith(".gguf")) {
            throw new DeskException(
                    file
                            + " is a GGUF file, which is not read here. Give the Hugging Face folder it was made from: config.json, model.safetensors, tokenizer.json");
        }
        Path folder = file.getParent();
        if (name.endsWith(".safetensors") || (MODEL_PARTS.contains(name) && besideModel(folder))) {
            throw new DeskException("%s is a part of a model; give its folder, %s".formatted(file, folder));
        }
        if (Files.isRegularFile(folder.resolve("recipe.json")) && name.equals("events.jsonl")) {
            throw new DeskException(
                    "%s is the log of a run; its folder, %s, is opened among the runs".formatted(file, folder));
        }
        if (isRecipe(file)) {
            throw new DeskException(
                    file
                            + " is a recipe: it says what a run is asked for. It is opened where experiments are set up, or started with \"palimpsest run\"");
        }
    }

    private static boolean besideModel(Path folder) {
        return Files.isRegularFile(folder.resolve("config.json"));
    }

    private static boolean isRecipe(Path file) throws IOException {
        if (!Inspecting.ending(file).equals("json") || Files.size(file) > LONGEST_RECIPE) {
            return false;
        }
        try {
            JsonNode document = JSON.readTree(file.toFile());
            return document.path("method").isObject() && document.path("model").isObject();
        } catch (JsonProcessingException e) {
            // Broken as it is, it is told of as data, with line and column.
            return false;
        }
    }
}
