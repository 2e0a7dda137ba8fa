package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.SafetensorsException;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;

/** What can be wrong with a model folder, and the sentence that says so. */
class ModelFolderBadInputTest {
    private static final String GATE = "model.layers.1.mlp.gate_proj.weight";

    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = scratch.resolve("modèle 1");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertRefused("no model folder at " + folder);
    }

    @Test
    void aFolderWithoutConfiguration() throws IOException {
        Files.createDirectory(folder);
        assertRefused(folder.resolve("config.json")
                + " is missing: a model is a Hugging Face folder with config.json and model.safetensors");
    }

    @Test
    void aRunInPlaceOfAModel() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("recipe.json"), "{}");
        assertRefused("and this is a run's; \"palimpsest model export\" makes a model of it");
    }

    @Test
    void aConfigurationBrokenAtALine() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("config.json"), "{\n  \"model_type\": \"llama\",\n  \"vocab_size\": 4x\n}\n");
        assertRefused(folder.resolve("config.json") + ": broken JSON at line 3, column 18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null"})
    void aConfigurationThatNamesNoArchitecture(String text) throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("config.json"), text);
        assertRefused("architecture \"unnamed\" (no class named) is not supported");
    }

    @Test
    void anUnknownArchitecture() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA).put("model_type", "mamba");
        config.putArray("architectures").add("MambaForCausalLM");
        TinyFolders.write(folder, config);
        assertRefused("architecture \"mamba\" (MambaForCausalLM) is not supported; supported are llama, mistral, qwen2,"
                + " qwen3, smollm3, granite, olmo, olmo2, stablelm, phi3, gemma, gemma2, gemma3_text, phi, gpt_neox, gpt2,"
                + " gptj, gpt_neo, opt");
    }

    @ParameterizedTest
    @CsvSource({"hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size"})
    void aSizeThatIsMissing(String key) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.remove(key);
        TinyFolders.write(folder, config);
        assertRefused("config.json has no \"" + key + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "2.5", "\"24\"", "true"})
    void aSizeThatIsNoPositiveWholeNumber(String value) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putRawValue("hidden_size", new RawValue(value));
        TinyFolders.write(folder, config);
        assertRefused("\"hidden_size\" must be a positive whole number, but is " + value);
    }

    @ParameterizedTest
    @CsvSource({
        "num_hidden_layers, 2147483647",
        "hidden_size, 2147483647",
        "intermediate_size, 2147483647",
        "max_position_embeddings, 2147483647"
    })
    void aSizeThatNoModelHas(String key, int value) throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA).put(key, value));
        assertRefused("\"" + key + "\" asks for " + value + "; no model has more than ");
    }

    @Test
    void headsWiderThanAnyModelHas() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        TinyFolders.write(folder, config.put("num_attention_heads", 1 << 20).put("head_dim", 1 << 20));
        assertRefused("\"num_attention_heads\" asks for 1099511627776; no model has more than 100000000");
    }

    @Test
    void aLongValueIsShownByItsBeginning() throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA).put("hidden_size", "4".repeat(10_000)));
        assertThatThrownBy(() -> ModelFolder.config(folder))
                .hasMessageEndingWith(
                        "\"hidden_size\" must be a positive whole number, but is \"" + "4".repeat(79) + "…");
    }

    @Test
    void aConfigurationThatIsNoText() throws IOException {
        Files.createDirectory(folder);
        Files.write(folder.resolve("config.json"), new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'});
        assertRefused("is no text in UTF-8, as a configuration is; fetch it again");
    }

    @Test
    void headsThatCannotShareTheirKeys() throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA).put("num_key_value_heads", 3));
        assertRefused("\"num_attention_heads\" 4 is not a multiple of \"num_key_value_heads\" 3");
    }

    @Test
    void anUnknownActivation() throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA).put("hidden_act", "softplus"));
        assertRefused("\"hidden_act\" names the activation \"softplus\"; known are");
    }

    @Test
    void anUnknownRotaryScaling() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putObject("rope_scaling").put("rope_type", "spiral").put("factor", 4);
        TinyFolders.write(folder, config);
        assertRefused(
                "rope type \"spiral\" (\"rope_scaling.rope_type\") is not supported; supported are default, linear,"
                        + " dynamic, yarn, longrope, llama3");
    }

    @Test
    void noWeights() throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA));
        assertRefused(folder + " has no model.safetensors and no model.safetensors.index.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "model.pt", "consolidated.00.pth", "last.ckpt"})
    void pickledWeights(String name) throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA));
        Files.write(folder.resolve(name), new byte[] {1});
        assertRefused("holds its weights as a pickle file (" + name + "), which can run any program when opened and is"
                + " refused; convert it with save_pretrained(..., safe_serialization=True)");
    }

    @Test
    void aMissingTensor() throws IOException {
        TinyFolders.whole(folder, Architecture.LLAMA);
        rewrite(tensors -> tensors.remove(GATE));
        assertRefused("model.safetensors lacks 1 of the 21 tensors that its configuration asks for, first \"" + GATE
                + "\"; the file and config.json do not belong together");
    }

    @Test
    void aTensorOfTheWrongShape() throws IOException {
        TinyFolders.whole(folder, Architecture.LLAMA);
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA).put("intermediate_size", 48));
        assertRefused("tensor \"model.layers.0.mlp.gate_proj.weight\" has shape (40, 24), but config.json asks for"
                + " (48, 24)");
    }

    @Test
    void weightsCutShort() throws IOException {
        TinyFolders.whole(folder, Architecture.LLAMA);
        Path file = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageContaining("it is truncated or damaged");
    }

    @Test
    void anIndexBrokenAtALine() throws IOException {
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA));
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{\n \"weight_map\": }\n");
        assertRefused("model.safetensors.index.json: broken JSON at line 2");
    }

    @Test
    void anIndexThatForgetsATensor() throws IOException {
        index(GATE, null);
        assertRefused("model.safetensors.index.json does not say where tensor \"" + GATE + "\" is");
    }

    @Test
    void anIndexThatNamesAnAbsentShard() throws IOException {
        index(GATE, "model-00009.safetensors");
        assertRefused("says tensor \"" + GATE + "\" is in model-00009.safetensors, but that file is missing");
    }

    @Test
    void anIndexThatLeavesTheFolder() throws IOException {
        index(GATE, "../elsewhere.safetensors");
        Files.copy(folder.resolve("all.safetensors"), scratch.resolve("elsewhere.safetensors"));
        assertRefused("says tensor \"" + GATE + "\" is in ../elsewhere.safetensors, which is outside the model folder");
    }

    @Test
    void aShardWithoutTheTensorItShouldHold() throws IOException {
        index("model.norm.weight", "other.safetensors");
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            SafetensorsWriter.write(
                    folder.resolve("other.safetensors"),
                    Map.of("x", scope.create(1f)),
                    SafetensorsWriter.Precision.FLOAT32);
        }
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage(folder.resolve("other.safetensors") + ": has no tensor \"model.norm.weight\"");
    }

    @Test
    void aModelThatCannotBeOpenedLeavesNoMemoryBehind() throws IOException {
        TinyFolders.whole(folder, Architecture.LLAMA);
        TinyFolders.write(folder, TinyFolders.config(Architecture.LLAMA).put("num_key_value_heads", 4));
        long before = Scopes.liveArrays();
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu())).isInstanceOf(ModelException.class);
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    private interface Change {
        void to(Map<String, NDArray> tensors);
    }

    private void rewrite(Change change) throws IOException {
        Path file = folder.resolve("model.safetensors");
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            try (SafetensorsFile open = SafetensorsFile.open(file)) {
                for (String name : open.names()) {
                    tensors.put(name, open.read(scope, name));
                }
            }
            change.to(tensors);
            SafetensorsWriter.write(file, tensors, SafetensorsWriter.Precision.FLOAT32);
        }
    }

    /** A model in one shard whose index says {@code shard} of one tensor, or nothing. */
    private void index(String tensor, String shard) throws IOException {
        TinyFolders.whole(folder, Architecture.LLAMA);
        Files.move(folder.resolve("model.safetensors"), folder.resolve("all.safetensors"));
        ObjectNode index = new JsonMapper().createObjectNode();
        ObjectNode map = index.putObject("weight_map");
        try (SafetensorsFile open = SafetensorsFile.open(folder.resolve("all.safetensors"))) {
            open.names().forEach(name -> map.put(name, "all.safetensors"));
        }
        map.remove(tensor);
        if (shard != null) {
            map.put(tensor, shard);
        }
        Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(folder.toString());
    }
}
