package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter.Precision;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.ShippedData;

class ModelExportTest {
    private static final TokenBatch BATCH =
            TokenBatch.of(List.of(new int[] {1, 7, 3, 39, 12, 5}, new int[] {2, 2, 30}), 0);

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void anExportedModelHasEqualLogits(Architecture architecture) throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), architecture);
        float[] before = logits(source);
        assertThat(logits(exported(source, "out", Precision.FLOAT32))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whatWasExportedOnceIsExportedTheSameAgain(Precision precision) throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.QWEN3);
        Path once = exported(source, "once", precision);
        Path twice = exported(once, "twice", precision);
        assertThat(twice.resolve("model.safetensors")).hasSameBinaryContentAs(once.resolve("model.safetensors"));
        assertThat(twice.resolve("config.json")).hasSameBinaryContentAs(once.resolve("config.json"));
    }

    @Test
    void aModelStoredAsBfloat16KeepsEveryWeight() throws IOException {
        Path source = ShippedData.folder("hf-parity").resolve("llama-bf16");
        Path out = exported(source, "out", Precision.BFLOAT16);
        try (NDManager scope = Torch.newScope(Device.cpu());
                SafetensorsFile before = SafetensorsFile.open(source.resolve("model.safetensors"));
                SafetensorsFile after = SafetensorsFile.open(out.resolve("model.safetensors"))) {
            assertThat(after.names()).hasSameElementsAs(before.names());
            for (String name : before.names()) {
                assertThat(after.elementType(name)).isEqualTo("BF16");
                assertThat(after.read(scope, name)).as(name).isEqualTo(before.read(scope, name));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, float32", "FLOAT16, float16", "BFLOAT16, bfloat16"})
    void theConfigurationSaysTheElementType(Precision precision, String word) throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path out = exported(source, "out", precision);
        JsonNode config = new JsonMapper().readTree(out.resolve("config.json").toFile());
        assertThat(config.path("dtype").asText()).isEqualTo(word);
        assertThat(config.path("torch_dtype").asText()).isEqualTo(word);
        assertThat(config.path("model_type").asText()).isEqualTo("llama");
    }

    @Test
    void theTokenizerComesAlong() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Files.writeString(source.resolve("tokenizer.json"), "{}");
        Files.writeString(source.resolve("private notes.txt"), "not part of the model");
        Path out = exported(source, "out", Precision.FLOAT32);
        assertThat(out.resolve("tokenizer.json")).hasContent("{}");
        assertThat(out.resolve("private notes.txt")).doesNotExist();
    }

    @Test
    void aShardedModelHasTheLogitsOfTheWholeOne() throws IOException {
        Path folder = ShippedData.folder("hf-parity");
        assertThat(logits(folder.resolve("llama-sharded"))).isEqualTo(logits(folder.resolve("llama-gqa-untied")));
    }

    private Path exported(Path source, String name, Precision precision) throws IOException {
        Path out = scratch.resolve(name);
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            ModelFolder.export(model, source, out, precision);
        }
        return out;
    }

    private static float[] logits(Path folder) throws IOException {
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            return model.logits(scope, model.hidden(scope, BATCH, Taps.none())).toFloatArray();
        }
    }
}
