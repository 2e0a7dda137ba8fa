package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.SafetensorsWriter.Precision;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.ShippedData;

/** Folders this project exports were once opened by the Python reference library; what it computed from them is kept and compared here. */
class ExportOracleTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemma2",
                "gpt-neox-serial",
                "gpt2",
                "llama-bf16",
                "llama-gqa-untied",
                "llama-sharded",
                "llama3-rope-tied",
                "mistral",
                "phi",
                "phi3",
                "qwen2",
                "qwen3"
            })
    void anExportedFolderHasTheLogitsThePythonLibraryFinds(String checkpoint) throws IOException {
        assertExport(checkpoint, Precision.FLOAT32, "f32-" + checkpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BFLOAT16", "FLOAT16"})
    void soHasOneExportedInHalfPrecision(Precision precision) throws IOException {
        String prefix = precision == Precision.BFLOAT16 ? "bf16-" : "f16-";
        assertExport("llama-gqa-untied", precision, prefix + "llama-gqa-untied");
    }

    @Test
    void aBfloat16CheckpointHasTheLogitsThePythonLibraryFinds() throws IOException {
        assertLogits(ShippedData.folder("hf-parity").resolve("llama-bf16"), "original-llama-bf16");
    }

    private void assertExport(String checkpoint, Precision precision, String entry) throws IOException {
        Path source = ShippedData.folder("hf-parity").resolve(checkpoint);
        Path folder = scratch.resolve(precision.name().toLowerCase(Locale.ROOT));
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            assertThat(model.parameterCount())
                    .isEqualTo(oracle().path("models")
                            .path(entry)
                            .path("parameters")
                            .asLong());
            ModelFolder.export(model, source, folder, precision);
        }
        assertLogits(folder, entry);
    }

    private static void assertLogits(Path folder, String entry) throws IOException {
        JsonNode oracle = oracle();
        int[] ids = StreamSupport.stream(oracle.path("input_ids").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            TokenBatch batch = TokenBatch.of(List.of(ids), 0);
            float[] logits =
                    model.logits(scope, model.hidden(scope, batch, Taps.none())).toFloatArray();
            int at = 0;
            double worst = 0;
            for (JsonNode row : oracle.path("models").path(entry).path("logits")) {
                for (JsonNode value : row) {
                    worst = Math.max(worst, Math.abs(logits[at++] - value.asDouble()));
                }
            }
            assertThat(at).isEqualTo(logits.length);
            assertThat(worst).isLessThan(1e-4);
        }
    }

    private static JsonNode oracle() throws IOException {
        try (InputStream in = ExportOracleTest.class.getResourceAsStream("export-oracle.json")) {
            return new JsonMapper().readTree(in);
        }
    }
}
