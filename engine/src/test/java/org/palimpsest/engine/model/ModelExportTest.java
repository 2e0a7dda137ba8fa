package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter.Precision;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.RawSafetensors;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokenizer.json",
                "tokenizer_config.json",
                "special_tokens_map.json",
                "added_tokens.json",
                "generation_config.json",
                "chat_template.jinja",
                "chat_template.json",
                "vocab.json",
                "merges.txt",
                "tokenizer.model",
                "spiece.model",
                "LICENSE",
                "LICENSE.txt",
                "LICENCE.md",
                "license",
                "NOTICE",
                "Notice.txt",
                "USE_POLICY.md",
                "COPYING",
                "additional_chat_templates/tool_use.jinja"
            })
    void whatBelongsToTheModelComesAlong(String name) throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Files.createDirectories(source.resolve(name).getParent());
        Files.writeString(source.resolve(name), "{\"kept\": \"whole\"}");
        assertThat(exported(source, "out", Precision.FLOAT32).resolve(name)).hasContent("{\"kept\": \"whole\"}");
    }

    @Test
    void whatTellsOfTheSourceAloneIsLeftOutAndNamed() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        for (String name :
                List.of("README.md", "expected.json", "licensed_data.csv", "modeling_own.py", ".gitattributes")) {
            Files.writeString(source.resolve(name), "{}");
        }
        Files.copy(source.resolve("model.safetensors"), source.resolve("old.safetensors"));
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            assertThat(ModelFolder.export(model, source, out, Precision.FLOAT32))
                    .containsExactly("README.md", "expected.json", "licensed_data.csv", "modeling_own.py");
        }
        assertThat(names(out)).containsExactly("config.json", "model.safetensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantization_config", "compression_config", "quantization", "auto_map"})
    void whatIsNoLongerTrueIsDropped(String key) throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            ObjectNode config = TinyFolders.config(Architecture.LLAMA)
                    .put("torch_dtype", "float64")
                    .put("rms_norm_eps", 1e-5);
            config.putObject(key).put("AutoModelForCausalLM", "own.Model");
            TinyFolders.write(source, config);
            ModelFolder.export(model, source, out, Precision.BFLOAT16);
        }
        JsonNode config = new JsonMapper().readTree(out.resolve("config.json").toFile());
        assertThat(config.has(key)).isFalse();
        assertThat(config.path("torch_dtype").asText()).isEqualTo("bfloat16");
        assertThat(config.path("rms_norm_eps").asDouble()).isEqualTo(1e-5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHeadIsWrittenIfTheConfigurationSaysThereIsOne(boolean tied) throws IOException {
        Path source = TinyFolders.whole(
                scratch.resolve("source"),
                TinyFolders.config(Architecture.LLAMA).put("tie_word_embeddings", tied));
        Path out = exported(source, "out", Precision.FLOAT32);
        try (SafetensorsFile file = SafetensorsFile.open(out.resolve("model.safetensors"))) {
            assertThat(file.names().contains("lm_head.weight")).isNotEqualTo(tied);
        }
        assertThat(new JsonMapper()
                        .readTree(out.resolve("config.json").toFile())
                        .path("tie_word_embeddings")
                        .asBoolean())
                .isEqualTo(tied);
    }

    @Test
    void aWeightTooLargeForFloat16IsNamedAndNothingIsLeft() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path weights = source.resolve("model.safetensors");
        RawSafetensors.read(weights).set("model.norm.weight", 5, 70000f).write(weights);
        assertNotWritten(source, "1 of the 24 values of tensor \"model.norm.weight\" are too large for float16");
    }

    @Test
    void aModelThatIsNotFiniteIsNotWritten() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(source, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            Map<String, NDArray> weights = new HashMap<>(model.parameters());
            float[] norm = weights.get("model.norm.weight").toFloatArray();
            norm[2] = Float.NaN;
            weights.put("model.norm.weight", scope.create(norm));
            model.copyFrom(weights);
            assertThatThrownBy(() -> ModelFolder.export(model, source, out, Precision.FLOAT32))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("\"model.norm.weight\" (1 NaN of 24)");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileThatCannotBeCopiedLeavesNothingHalfWritten() throws IOException {
        Path unreadable = Path.of("/proc/self/mem");
        assumeTrue(
                Files.exists(unreadable),
                "skipped: this system has no /proc/self/mem, a file that fails when it is read");
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Files.createSymbolicLink(source.resolve("LICENSE"), unreadable);
        Path there = Files.createDirectory(scratch.resolve("there"));
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            for (Path out : List.of(there, scratch.resolve("out"))) {
                assertThatThrownBy(() -> ModelFolder.export(model, source, out, Precision.FLOAT32))
                        .isInstanceOf(ModelException.class)
                        .hasMessageStartingWith(
                                out + " was not written: " + source.resolve("LICENSE") + " cannot be copied into it (");
            }
        }
        assertThat(there).isEmptyDirectory();
        assertThat(names(scratch)).containsExactly("source", "there");
    }

    @Test
    void anExportThatWasKilledIsNoHindrance() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path left = Files.createDirectories(scratch.resolve(".out.part"));
        Files.writeString(left.resolve("model.safetensors"), "half");
        Path out = exported(source, "out", Precision.FLOAT32);
        assertThat(left).doesNotExist();
        assertThat(logits(out)).isEqualTo(logits(source));
    }

    @Test
    void aDiskThatIsTooSmallIsSaidFirst() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA)
                .put("vocab_size", 2_000_000_000)
                .put("hidden_size", 1_000_000);
        Path source = TinyFolders.write(scratch.resolve("source"), config);
        assertThatThrownBy(() -> ModelFolder.requireRoom(source, scratch.resolve("out"), Precision.BFLOAT16))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(" GB are to be written here, but the disk has only ");
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path blob = Files.writeString(scratch.resolve("blob"), "{}");
        Files.createSymbolicLink(source.resolve("tokenizer.json"), blob);
        Path copy = exported(source, "out", Precision.FLOAT32).resolve("tokenizer.json");
        assertThat(copy).isRegularFile().hasContent("{}");
        assertThat(Files.isSymbolicLink(copy)).isFalse();
    }

    @Test
    void aShardedModelHasTheLogitsOfTheWholeOne() throws IOException {
        Path folder = ShippedData.folder("hf-parity");
        assertThat(logits(folder.resolve("llama-sharded"))).isEqualTo(logits(folder.resolve("llama-gqa-untied")));
    }

    private void assertNotWritten(Path source, String sentence) throws IOException {
        Path out = scratch.resolve("out");
        try (DecoderModel model = ModelFolder.load(source, Device.cpu())) {
            assertThatThrownBy(() -> ModelFolder.export(model, source, out, Precision.FLOAT16))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(sentence);
        }
        assertThat(out).doesNotExist();
        assertThat(names(scratch)).containsExactly("source");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        }
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
