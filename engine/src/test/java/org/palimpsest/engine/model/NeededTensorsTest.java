package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.RawSafetensors;
import org.palimpsest.engine.testdata.ShippedData;

/** What a model needs is judged, what it does not need is left alone and told of. */
class NeededTensorsTest {
    private static final String GATE = "model.layers.1.mlp.gate_proj.weight";
    private static final int[] IDS = {1, 7, 3, 39, 12, 5};

    @TempDir
    Path scratch;

    private Path folder;
    private Path file;
    private RawSafetensors raw;
    private float[] before;

    @BeforeEach
    void makeAModel() throws IOException {
        folder = TinyFolders.whole(scratch.resolve("model"), Architecture.LLAMA);
        file = folder.resolve("model.safetensors");
        raw = RawSafetensors.read(file);
        before = logits(folder, IDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"neox-u8-buffers", "llama-f64-inv-freq"})
    void foldersOfOlderLibrariesHaveTheLogitsOfTheReference(String name) throws IOException {
        Path shared = ShippedData.folder("hf-edges").resolve(name);
        JsonNode expected =
                new JsonMapper().readTree(shared.resolve("expected.json").toFile());
        int[] ids = StreamSupport.stream(expected.path("input_ids").path(0).spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        float[] found = logits(shared, ids);
        int at = 0;
        for (JsonNode row : expected.path("logits").path(0)) {
            for (JsonNode value : row) {
                assertThat((double) found[at++]).isCloseTo(value.asDouble(), within(1e-4));
            }
        }
        assertThat(at).isEqualTo(found.length);
        assertThat(ModelInspection.of(shared).remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "model.layers.0.self_attn.rotary_emb.inv_freq, F64, 8, 3",
        "model.rotary_emb.inv_freq, BF16, 2, 3",
        "model.layers.0.self_attn.rotary_emb.cos_cached, F16, 2, 64",
        "transformer.h.0.attn.masked_bias, U8, 1, 1",
        "model.embeddings.position_ids, I64, 8, 64",
        "anything.rotary_emb.sin_cached, Q9, 1, 64"
    })
    void whatCanBeComputedIsNoReasonToRefuseWhateverItsType(String name, String type, int bytes, int size)
            throws IOException {
        raw.put(name, type, bytes, new long[] {size}).write(file);
        assertThat(logits(folder, IDS)).isEqualTo(before);
        assertThat(ModelInspection.of(folder).remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOL", "U8"})
    void aMaskIsNoBias(String type) throws IOException {
        raw.put("model.layers.0.attention.bias", type, 1, new long[] {1, 1, 8, 8}, 1)
                .write(file);
        assertThat(ModelInspection.of(folder).remarks()).isEmpty();
    }

    @Test
    void doublesAreRoundedAndThatIsSaid() throws IOException {
        raw.widen(GATE).write(file);
        assertThat(logits(folder, IDS)).isEqualTo(before);
        assertThat(ModelInspection.of(folder).remarks())
                .containsExactly("1 tensor stored as F64 is rounded to float32, first \"" + GATE + "\"");
    }

    @ParameterizedTest
    @CsvSource({"I8, 1", "U8, 1", "BOOL, 1", "I32, 4", "I64, 8", "F8_E4M3, 1", "F8_E5M2, 1"})
    void aWeightOfAnotherTypeIsRefusedByName(String type, int bytes) throws IOException {
        raw.put(GATE, type, bytes, new long[] {40, 24}).write(file);
        assertRefused("tensor \"" + GATE + "\" is a weight, but is stored as " + type
                + "; weights are read from F32, F16, BF16 and F64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.layers.0.self_attn.q_proj.bias | a bias that a LlamaForCausalLM with this config.json does not have",
                "model.layers.0.self_attn.q_proj.lora_A.weight | it belongs to a LoRA adapter, without which the model is read",
                "model.layers.2.mlp.gate_proj.weight | config.json says that the model has 2 layers, and this one is beyond them",
                "model.layers.0.extra_norm.weight | a LlamaForCausalLM with this config.json does not have it"
            })
    void whatTheModelHasNoUseForIsTold(String name, String why) throws IOException {
        raw.put(name, "F32", 4, new long[] {24}).write(file);
        String remark = "1 tensor is left out, first \"" + name + "\": " + why;
        assertThat(ModelInspection.of(folder).remarks())
                .singleElement()
                .asString()
                .startsWith(remark);
        List<String> told = new ArrayList<>();
        ModelFolder.load(folder, Device.cpu(), told::add).close();
        assertThat(told).singleElement().asString().startsWith(folder + ": " + remark);
        assertThat(logits(folder, IDS)).isEqualTo(before);
    }

    @Test
    void tensorsOfOneKindAreToldTogether() throws IOException {
        for (int layer = 0; layer < 2; layer++) {
            String prefix = "base_model.model.model.layers." + layer + ".self_attn.q_proj.";
            raw.put(prefix + "lora_A.weight", "F32", 4, new long[] {4, 24});
            raw.put(prefix + "lora_B.weight", "F32", 4, new long[] {24, 4});
        }
        raw.write(file);
        assertThat(ModelInspection.of(folder).remarks())
                .singleElement()
                .asString()
                .startsWith("4 tensors are left out, first \"base_model.model.model.layers.0.self_attn.q_proj.lora_A");
    }

    @Test
    void bytesOfNoTensorAreTold() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 6);
        Files.write(file, longer);
        assertThat(ModelInspection.of(folder).remarks())
                .containsExactly(
                        "model.safetensors: 6 bytes belong to no tensor; the Python library refuses such a file");
    }

    @Test
    void aWeightThatIsNoNumberIsNamedWithItsCount() throws IOException {
        raw.set(GATE, 3, Float.NaN).set(GATE, 5, Float.NaN).set("model.norm.weight", 0, Float.NEGATIVE_INFINITY);
        raw.write(file);
        assertRefused("2 of 21 tensors hold values that are no numbers: \"" + GATE + "\" (2 NaN of 960),"
                + " \"model.norm.weight\" (1 infinite of 24)");
    }

    @Test
    void theNamesOfManySuchTensorsAreCutShort() throws IOException {
        List.copyOf(raw.tensors().keySet()).forEach(name -> raw.set(name, 0, Float.NaN));
        raw.write(file);
        assertRefused(
                "21 of 21 tensors hold values that are no numbers: \"model.embed_tokens.weight\" (1 NaN of 960), ");
        assertRefused(" and 16 more");
    }

    @Test
    void aFolderWithOneSuchWeightIsRefused() {
        Path shared = ShippedData.file("odd-files/model-folders/nan-weight");
        assertThatThrownBy(() -> ModelFolder.load(shared, Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(shared + ": 1 of 30 tensors holds values that are no numbers: ")
                .hasMessageContaining(" (1 NaN of ");
    }

    @Test
    void whatIsNotNeededMayBeNoNumber() throws IOException {
        raw.put("model.layers.7.unused.weight", "F32", 4, new long[] {3}, 0, 0, 0xc0, 0x7f)
                .write(file);
        assertThat(logits(folder, IDS)).isEqualTo(before);
    }

    @Test
    void allShapesAreLookedAtBeforeTheFirstWeightIsRead() throws IOException {
        raw.set("model.embed_tokens.weight", 0, Float.NaN);
        raw.put("lm_head.weight", "F32", 4, new long[] {40, 23}).write(file);
        assertRefused("tensor \"lm_head.weight\" has shape (40, 23), but config.json asks for (40, 24)");
    }

    @Test
    void aModelThatIsNotFiniteLeavesNoMemoryBehind() throws IOException {
        raw.set(GATE, 0, Float.NaN).write(file);
        long alive = Scopes.liveArrays();
        assertRefused("no numbers");
        assertThat(Scopes.liveArrays()).isEqualTo(alive);
    }

    @Test
    void shardsInASubfolderAreRead() throws IOException {
        Files.createDirectory(folder.resolve("weights"));
        Files.move(file, folder.resolve("weights/all.safetensors"));
        index("weights/all.safetensors");
        assertThat(logits(folder, IDS)).isEqualTo(before);
    }

    @Test
    void aFolderMayBeNamedByWayOfItself() throws IOException {
        Files.move(file, folder.resolve("all.safetensors"));
        index("all.safetensors");
        assertThat(logits(folder.resolve("../model/./."), IDS)).isEqualTo(before);
    }

    @Test
    void aTensorInTwoShardsIsTakenFromTheOneThatTheIndexNames() throws IOException {
        raw.write(folder.resolve("all.safetensors"));
        RawSafetensors other = RawSafetensors.read(file).set(GATE, 0, 100f).put("spare", "F32", 4, new long[] {1});
        other.tensors().keySet().retainAll(List.of(GATE, "spare"));
        other.write(folder.resolve("other.safetensors"));
        Files.delete(file);
        ObjectNode map = index("all.safetensors");
        map.withObject("/weight_map").put("spare", "other.safetensors");
        Files.writeString(folder.resolve(WeightFiles.INDEX), map.toString());
        assertThat(logits(folder, IDS)).isEqualTo(before);
        assertThat(ModelInspection.of(folder).remarks())
                .contains(
                        "tensor \"" + GATE + "\" lies in other.safetensors too; the one in all.safetensors is taken, as"
                                + " model.safetensors.index.json says");
    }

    @Test
    void aDamagedShardOfWhichNothingIsNeededIsTold() throws IOException {
        Files.move(file, folder.resolve("all.safetensors"));
        Files.write(folder.resolve("spare.safetensors"), new byte[3]);
        ObjectNode map = index("all.safetensors");
        map.withObject("/weight_map").put("spare", "spare.safetensors");
        Files.writeString(folder.resolve(WeightFiles.INDEX), map.toString());
        assertThat(logits(folder, IDS)).isEqualTo(before);
        assertThat(ModelInspection.of(folder).remarks())
                .containsExactly(
                        folder.resolve("spare.safetensors")
                                + ": is 3 bytes long, too short for a safetensors file; it is truncated; the model needs nothing of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"weight_map\": []}", "[]", "7"})
    void anIndexWithoutItsMap(String text) throws IOException {
        Files.delete(file);
        Files.writeString(folder.resolve(WeightFiles.INDEX), text);
        assertRefused("has no object \"weight_map\", which says in which file each tensor lies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"\"", "{}"})
    void anIndexWhoseFileIsNoName(String text) throws IOException {
        Files.delete(file);
        Files.writeString(folder.resolve(WeightFiles.INDEX), "{\"weight_map\": {\"" + GATE + "\": " + text + "}}");
        assertRefused("says tensor \"" + GATE + "\" is in " + text + ", which is no file's name");
    }

    private ObjectNode index(String shard) throws IOException {
        ObjectNode index = new JsonMapper().createObjectNode();
        ObjectNode map = index.putObject("weight_map");
        raw.tensors().keySet().forEach(name -> map.put(name, shard));
        Files.writeString(folder.resolve(WeightFiles.INDEX), index.toString());
        return index;
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(sentence);
    }

    private static float[] logits(Path folder, int[] ids) throws IOException {
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu());
                NDManager scope = Torch.newScope(Device.cpu())) {
            return model.logits(scope, model.hidden(scope, TokenBatch.of(List.of(ids), 0), Taps.none()))
                    .toFloatArray();
        }
    }
}
