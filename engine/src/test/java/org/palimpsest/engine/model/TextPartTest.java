package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.testdata.ShippedData;

/** The text part of a larger model. What it computes is compared with the reference library in {@link KeyParityTest}. */
class TextPartTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<int[]> IDS = List.of(new int[] {1, 7, 3, 39, 12, 5, 20, 21, 22});

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"gemma3-multimodal", "gemma3-multimodal-old-names"})
    void whatElseThereIsIsToldOf(String name) throws IOException {
        assertThat(ModelInspection.of(folder(name)).remarks())
                .satisfiesExactly(
                        whole -> assertThat(whole)
                                .isEqualTo("this is the text part of a larger model (gemma3); the rest is not opened"),
                        tensors -> assertThat(tensors)
                                .contains("tensors are left out, first")
                                .contains("the part of a larger model that takes images or sound"));
    }

    @Test
    void exportedItIsAModelOfItsOwn() throws IOException {
        Path source = folder("gemma3-multimodal");
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            ModelFolder.export(model, source, out, SafetensorsWriter.Precision.FLOAT32);
        }
        assertThat(logits(out)).isEqualTo(logits(source));
        assertThat(ModelInspection.of(out).remarks()).isEmpty();
        JsonNode config = JSON.readTree(Files.readString(out.resolve("config.json")));
        assertThat(config.path("model_type").asText()).isEqualTo("gemma3_text");
        assertThat(config.path("architectures")).containsExactly(JSON.valueToTree("Gemma3ForCausalLM"));
        assertThat(config.path("tie_word_embeddings").asBoolean()).isTrue();
        assertThat(config.path("eos_token_id").asInt()).isEqualTo(2);
        assertThat(config.has("vision_config")).isFalse();
    }

    @Test
    void theWholeModelDoesNotCapItsLogits() throws IOException {
        Path source = folder("gemma3-multimodal");
        float[] before = logits(source);
        ObjectNode config = (ObjectNode) JSON.readTree(Files.readString(source.resolve("config.json")));
        ((ObjectNode) config.path("text_config")).put("final_logit_softcapping", 0.5);
        Files.writeString(source.resolve("config.json"), config.toString());
        assertThat(logits(source)).isEqualTo(before);
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            ModelFolder.export(model, source, out, SafetensorsWriter.Precision.FLOAT32);
        }
        assertThat(logits(out)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"llava, LLAMA", "mistral3, MISTRAL", "llava_onevision, QWEN2", "internvl, QWEN3"})
    void otherLargerModelsHaveTextPartsToo(String type, Architecture architecture) throws IOException {
        Path plain = TinyFolders.whole(
                scratch.resolve("plain"), TinyFolders.config(architecture).put("tie_word_embeddings", false));
        ObjectNode config = JSON.createObjectNode().put("model_type", type).put("tie_word_embeddings", false);
        config.putObject("vision_config");
        config.set("text_config", JSON.readTree(Files.readString(plain.resolve("config.json"))));
        Path folder = TinyFolders.write(scratch.resolve("larger"), config);
        StoredNamesTest.rewrite(plain.resolve("model.safetensors"), folder.resolve("model.safetensors"), tensors -> {
            var before = List.copyOf(tensors.entrySet());
            tensors.clear();
            before.forEach(entry -> tensors.put("language_model." + entry.getKey(), entry.getValue()));
        });
        assertThat(logits(folder)).isEqualTo(logits(plain));
    }

    private Path folder(String name) throws IOException {
        Path folder = ShippedData.copy("hf-keys/" + name, scratch.resolve(name));
        SeededWeights.write(JSON.readTree(Files.readString(folder.resolve("expected.json"))), folder);
        return folder;
    }

    private static float[] logits(Path folder) throws IOException {
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            return EdgeParityTest.logits(model, IDS);
        }
    }
}
