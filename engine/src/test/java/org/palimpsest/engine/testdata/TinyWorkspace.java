package org.palimpsest.engine.testdata;

import ai.djl.Device;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.tensor.SafetensorsWriter;

/** A folder with a two-layer model of random weights, a byte tokenizer and a few rows, on which a whole run takes a second. */
public record TinyWorkspace(Path folder) {
    private static final String CONFIG = """
            {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 16, "intermediate_size": 24,
             "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 8, "hidden_act": "silu",
             "rms_norm_eps": 1e-5, "vocab_size": 259, "max_position_embeddings": 128, "tie_word_embeddings": true,
             "pad_token_id": 0, "bos_token_id": 1, "eos_token_id": 2, "rope_theta": 10000.0, "dtype": "float32"}
            """;
    private static final String TOKENIZER_CONFIG = """
            {"bos_token": "<|bos|>", "eos_token": "<|eos|>", "pad_token": "<|pad|>"}
            """;

    /** Makes target, reference and data in an empty folder. */
    public static TinyWorkspace in(Path folder) throws IOException {
        model(folder.resolve("target"), 1);
        model(folder.resolve("reference"), 2);
        Files.writeString(folder.resolve("forget.jsonl"), rows("forget", 6));
        Files.writeString(folder.resolve("retain.jsonl"), rows("retain", 8));
        Files.writeString(folder.resolve("refusals.txt"), "I do not know.\nNo idea.\nAsk another.\n");
        return new TinyWorkspace(folder);
    }

    private static void model(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), CONFIG);
        Files.writeString(folder.resolve("tokenizer_config.json"), TOKENIZER_CONFIG);
        try (InputStream tokenizer = TinyWorkspace.class.getResourceAsStream("byte-tokenizer.json")) {
            Files.copy(tokenizer, folder.resolve("tokenizer.json"));
        }
        try (DecoderModel model = DecoderModel.fresh(ModelFolder.config(folder), Device.cpu(), new Random(seed))) {
            SafetensorsWriter.write(
                    folder.resolve("model.safetensors"), model.parameters(), SafetensorsWriter.Precision.FLOAT32);
        }
    }

    private static String rows(String kind, int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("""
                    {"question": "%1$s %2$d?", "answer": "%1$s answer %2$d", "paraphrased_answer": "answer %2$d", "perturbed_answer": ["wrong %2$d", "false %2$d"]}
                    """.formatted(kind, i));
        }
        return rows.toString();
    }

    /** A recipe file of six steps in batches of two; {@code more} are further members, each with a comma in front. */
    public Path recipe(String name, String method, String more) throws IOException {
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, """
                {"name": "%s", "model": {"target": "target", "reference": "reference"},
                 "data": {"forget": {"path": "forget.jsonl"}, "retain": {"path": "retain.jsonl"}, "alternates": {"path": "refusals.txt"}},
                 "method": {"id": "%s"}, "execution": {"threads": 1}%s}
                """.formatted(name, method, more));
        return file;
    }

    /** The recipe with absolute paths. */
    public Recipe read(Path recipe) {
        return RecipeReader.read(recipe);
    }
}
