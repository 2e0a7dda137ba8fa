package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.RawSafetensors;

/** Folders that are no models, or none whose weights are read, each named for what it is. */
class FolderKindTest {
    private static final String GATE = "model.layers.1.mlp.gate_proj.weight";
    private static final String QUANTISED = "quantised weights are not read, since unlearning changes the weights"
            + " themselves. Give the folder of the model it was made from";

    @TempDir
    Path scratch;

    private Path folder;
    private Path weights;

    @BeforeEach
    void makeAModel() throws IOException {
        folder = TinyFolders.whole(scratch.resolve("a model"), Architecture.LLAMA);
        weights = folder.resolve("model.safetensors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 128} | GPTQ, 4 bits",
                "{\"quant_method\": \"awq\", \"bits\": 4} | AWQ, 4 bits",
                "{\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true} | bitsandbytes, 4 bits",
                "{\"quant_method\": \"bitsandbytes\", \"_load_in_8bit\": true} | bitsandbytes, 8 bits",
                "{\"load_in_8bit\": true} | bitsandbytes, 8 bits",
                "{\"quant_method\": \"fp8\", \"weight_block_size\": [128, 128]} | FP8",
                "{\"quant_method\": \"compressed-tensors\", \"format\": \"pack-quantized\"} | compressed-tensors",
                "{\"quant_method\": \"mxfp4\"} | MXFP4",
                "{\"quant_method\": \"hqq\"} | hqq",
                "{\"bits\": 3} | method not named, 3 bits",
                "{} | method not named",
                "true | method not named"
            })
    void aQuantisedFolderByItsConfiguration(String settings, String method) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.set("quantization_config", new JsonMapper().readTree(settings));
        TinyFolders.write(folder, config);
        assertRefused(
                folder + " is quantised (" + method + ", by \"quantization_config\" in config.json); " + QUANTISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compression_config", "quantization"})
    void otherKeysSaySoToo(String key) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putObject(key).put("bits", 4);
        TinyFolders.write(folder, config);
        assertRefused(folder + " is quantised (method not named, 4 bits, by \"" + key + "\" in config.json)");
    }

    @Test
    void aKeyWithoutValueSaysNothing() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putNull("quantization_config");
        TinyFolders.write(folder, config);
        ModelFolder.load(folder, Device.cpu()).close();
    }

    @Test
    void theTextPartOfAConfigurationSaysSoToo() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putObject("text_config").putObject("quantization_config").put("quant_method", "awq");
        TinyFolders.write(folder, config);
        assertRefused("is quantised (AWQ");
    }

    @ParameterizedTest
    @CsvSource({"quantize_config.json, GPTQ", "quant_config.json, AWQ", "hf_quant_config.json, ModelOpt"})
    void aFileOfAQuantisingProgramSaysSoToo(String file, String method) throws IOException {
        Files.writeString(folder.resolve(file), "{\"bits\": 4}");
        assertRefused(folder + " is quantised (" + method + ", by its file " + file + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qweight qzeros scales g_idx | GPTQ",
                "qweight qzeros scales | GPTQ or AWQ",
                "weight_packed weight_scale weight_shape | compressed-tensors"
            })
    void tensorsInPlaceOfAWeightSaySoToo(String parts, String method) throws IOException {
        RawSafetensors raw = RawSafetensors.read(weights);
        raw.tensors().remove(GATE);
        for (String part : parts.split(" ")) {
            raw.put(GATE.replace("weight", part), "I32", 4, new long[] {3, 5});
        }
        raw.write(weights);
        assertRefused("lacks 1 of the 21 tensors that its configuration asks for, first \"" + GATE
                + "\"; the weights are quantised (" + method + ", by tensors such as \"model.layers.1.mlp.gate_proj.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "U8, 1, 480, weight.quant_state.bitsandbytes__nf4 | bitsandbytes, 4 bits",
                "I8, 1, 960, SCB | bitsandbytes, 8 bits",
                "F8_E4M3, 1, 960, weight_scale_inv | FP8",
                "F8_E4M3, 1, 960, weight_scale | FP8 or compressed-tensors",
                "U32, 4, 120, scales | a layout with scales"
            })
    void elementTypesSaySoToo(String stored, String method) throws IOException {
        String[] parts = stored.split(", ");
        RawSafetensors raw = RawSafetensors.read(weights);
        raw.put(GATE, parts[0], Integer.parseInt(parts[1]), new long[] {Long.parseLong(parts[2]), 1});
        raw.put(GATE.replaceFirst("weight$", parts[3]), "F32", 4, new long[] {40})
                .write(weights);
        assertRefused("tensor \"" + GATE + "\" is a weight, but is stored as " + parts[0]
                + "; weights are read from F32, F16, BF16 and F64, and the weights are quantised (" + method);
    }

    @Test
    void smallFloatsAloneSaySoToo() throws IOException {
        RawSafetensors.read(weights)
                .put(GATE, "F8_E5M2", 1, new long[] {40, 24})
                .write(weights);
        assertRefused(
                "is stored as F8_E5M2; weights are read from F32, F16, BF16 and F64, and the weights are quantised (FP8)");
    }

    @Test
    void anAdapterIsNamedWithItsBase() throws IOException {
        Path adapter = Files.createDirectory(scratch.resolve("adapter"));
        Files.writeString(adapter.resolve("adapter_config.json"), "{\"base_model_name_or_path\": \"org/base\"}");
        Files.writeString(adapter.resolve("adapter_model.safetensors"), "");
        assertRefused(
                adapter,
                adapter + " holds an adapter for org/base (adapter_config.json), which is only a part of a"
                        + " model. Merge it into its base model (merge_and_unload in Python)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"base_model_name_or_path\": null}", "[", ""})
    void anAdapterWhoseBaseIsNotKnownIsOneToo(String text) throws IOException {
        Path adapter = Files.createDirectory(scratch.resolve("adapter"));
        Files.writeString(adapter.resolve("adapter_config.json"), text);
        assertRefused(adapter, " holds an adapter");
    }

    @Test
    void anAdapterWithAConfigurationBesideItIsStillOne() throws IOException {
        Files.delete(weights);
        Files.writeString(folder.resolve("adapter_config.json"), "{}");
        assertRefused(folder + " holds an adapter (adapter_config.json), which is only a part of a model");
    }

    @Test
    void anAdapterBesideAModelIsNotGuessedAbout() throws IOException {
        Files.writeString(folder.resolve("adapter_config.json"), "{}");
        assertRefused(folder + " holds a model and an adapter beside it (adapter_config.json), which the Python library"
                + " would apply to it. Merge the adapter");
    }

    @Test
    void anAdapterThatWasSavedUnmergedIsNamed() throws IOException {
        RawSafetensors raw = RawSafetensors.read(weights);
        raw.tensors()
                .put(GATE.replace("weight", "base_layer.weight"), raw.tensors().remove(GATE));
        raw.write(weights);
        assertRefused("a LoRA adapter was saved into it without being merged; merge it (merge_and_unload)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGgufFile(boolean configured) throws IOException {
        Files.move(weights, folder.resolve("model-q4_k_m.gguf"));
        if (!configured) {
            Files.delete(folder.resolve("config.json"));
        }
        assertRefused(
                "a GGUF file (model-q4_k_m.gguf), which is not read here. Give the Hugging Face folder it was made from");
    }

    @Test
    void aGgufFileInPlaceOfAFolder() throws IOException {
        Path file = Files.writeString(scratch.resolve("x.gguf"), "GGUF");
        assertRefused(file, file + " is a GGUF file, which is not read here");
    }

    @Test
    void aFileInPlaceOfAFolderLeadsToIt() {
        assertRefused(
                weights,
                weights + " is a file; a model is a Hugging Face folder with config.json and"
                        + " model.safetensors, so give the folder it lies in, " + folder);
    }

    @Test
    void aGgufFileUnderAnotherName() throws IOException {
        Files.writeString(weights, "GGUF\3\0\0\0\1\1\1\1");
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .hasMessageContaining("is a GGUF file under another name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version https://git-lfs.github.com/spec/v1 | is a Git LFS pointer, not the file itself; fetch it with \"git lfs pull\"",
                "<!DOCTYPE html><html><head> | is a web page, saved instead of the file",
                "<html lang=en><body> | is a web page, saved instead of the file",
                "{\"error\": \"Invalid username or password.\"} | is a JSON file, not a safetensors file"
            })
    void whatWasSavedInPlaceOfTheWeightsIsNamed(String content, String what) throws IOException {
        Files.writeString(weights, content);
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu())).hasMessageStartingWith(weights + ": " + what);
    }

    @Test
    void aPickleUnderTheNameOfTheWeightsIsNamed() throws IOException {
        Files.write(weights, new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8});
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .hasMessageStartingWith(weights + ": is a pickle file of PyTorch under another name");
    }

    @Test
    void shardsWithoutAnIndex() throws IOException {
        Files.move(weights, folder.resolve("model-00001-of-00003.safetensors"));
        Files.writeString(folder.resolve("model-00003-of-00003.safetensors"), "");
        assertRefused(folder + " holds 2 of 3 shards (model-00001-of-00003.safetensors, …), but no"
                + " model.safetensors.index.json, which says where each tensor lies; fetch that file of the same model, and"
                + " the 1 missing shard, first model-00002-of-00003.safetensors");
    }

    @Test
    void allShardsWithoutAnIndex() throws IOException {
        Files.move(weights, folder.resolve("model-00001-of-00001.safetensors"));
        assertRefused(
                "holds 1 of 1 shards (model-00001-of-00001.safetensors, …), but no model.safetensors.index.json, which"
                        + " says where each tensor lies; fetch that file of the same model");
    }

    @Test
    void anIndexBesideAStrayFile() throws IOException {
        Files.copy(weights, folder.resolve("model-00001-of-00002.safetensors"));
        Files.copy(weights, folder.resolve("model-00002-of-00002.safetensors"));
        index("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
        assertRefused(
                folder + " holds two sets of weights: model.safetensors, and 2 files that"
                        + " model.safetensors.index.json names (model-00001-of-00002.safetensors, …). Move away what is not meant");
    }

    @Test
    void anIndexWhoseShardsAreGoneIsNoReasonToRefuseTheWholeFile() throws IOException {
        index("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
        List<String> told = new ArrayList<>();
        ModelFolder.load(folder, Device.cpu(), told::add).close();
        assertThat(told)
                .containsExactly(
                        folder + ": model.safetensors.index.json names model-00001-of-00002.safetensors, which is"
                                + " not there; model.safetensors is read instead of it");
    }

    @Test
    void anIndexOfTheOneFileIsNoSecondSet() throws IOException {
        index("model.safetensors", "model.safetensors");
        assertThat(ModelInspection.of(folder).remarks()).isEmpty();
    }

    @Test
    void aShardThatLiesInASubfolderIsFound() throws IOException {
        Path below = Files.createDirectory(folder.resolve("part"));
        Files.move(weights, below.resolve("one.safetensors"));
        index("one.safetensors", "one.safetensors");
        assertRefused("is in one.safetensors, but that file is missing; it lies in " + below
                + ", so move it to where the index says");
    }

    @Test
    void weightsInASubfolderAreFound() throws IOException {
        Path below = Files.createDirectory(folder.resolve("part"));
        Files.move(weights, below.resolve("model.safetensors"));
        assertRefused(folder + " has no model.safetensors and no model.safetensors.index.json; there is"
                + " part/model.safetensors, so move the weights beside config.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors"})
    void aLinkThatLeadsNowhere(String name) throws IOException {
        Files.delete(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), Path.of("../../blobs/4fe2"));
        assertRefused(
                folder.resolve(name) + " is a link to ../../blobs/4fe2, which is not there: the download was not"
                        + " finished, or only links were copied. Fetch the model again, or copy it with what its links lead to (cp -L)");
    }

    @Test
    void aShardThatIsALinkThatLeadsNowhere() throws IOException {
        Files.delete(weights);
        Files.createSymbolicLink(folder.resolve("one.safetensors"), Path.of("../../blobs/4fe2"));
        index("one.safetensors", "one.safetensors");
        assertRefused(folder.resolve("one.safetensors") + " is a link to ../../blobs/4fe2, which is not there");
    }

    @Test
    void aFolderThatIsALinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(scratch.resolve("link"), Path.of("gone"));
        assertRefused(link, link + " is a link to gone, which is not there");
    }

    @Test
    void linksThatLeadSomewhereAreFollowed() throws IOException {
        Path blobs = Files.createDirectory(scratch.resolve("blobs"));
        Files.move(weights, blobs.resolve("4fe2"));
        Files.createSymbolicLink(weights, Path.of("../blobs/4fe2"));
        Path link = Files.createSymbolicLink(scratch.resolve("link"), folder);
        ModelFolder.load(link, Device.cpu()).close();
    }

    @Test
    void aDownloadCacheAndEverythingAboveTheModelInItLeadsToIt() throws IOException {
        Path hub = scratch.resolve("huggingface/hub");
        Path repository = Files.createDirectories(hub.resolve("models--org--tiny"));
        Path snapshot = repository.resolve("snapshots/00aa11");
        Files.createDirectories(repository.resolve("snapshots/zz"));
        Files.createDirectories(snapshot.getParent());
        Files.move(folder, snapshot);
        String leads = " belongs to the download cache of org/tiny; the model itself is " + snapshot;
        assertRefused(repository, repository + leads);
        assertRefused(repository.resolve("snapshots"), repository.resolve("snapshots") + leads);
        String hubSays =
                " is a download cache with 1 model (org/tiny); give the folder of one of them, such as " + snapshot;
        assertRefused(hub, hub + hubSays);
        assertRefused(hub.getParent(), hub.getParent() + hubSays);
        ModelFolder.load(snapshot, Device.cpu()).close();
    }

    @Test
    void theSnapshotOfTheMainBranchIsTheOneNamed() throws IOException {
        Path repository = Files.createDirectories(scratch.resolve("models--org--tiny"));
        for (String revision : List.of("0a", "0b")) {
            Files.createDirectories(repository.resolve("snapshots").resolve(revision));
            Files.writeString(repository.resolve("snapshots").resolve(revision).resolve("config.json"), "{}");
        }
        Files.createDirectory(repository.resolve("refs"));
        Files.writeString(repository.resolve("refs/main"), "0b");
        assertRefused(repository, "the model itself is " + repository.resolve("snapshots/0b"));
    }

    @Test
    void aDownloadThatWasNotFinishedIsSaid() throws IOException {
        Path repository = Files.createDirectories(scratch.resolve("models--org--tiny"));
        Files.createDirectory(repository.resolve("snapshots"));
        assertRefused(repository, "into which nothing was downloaded yet");
        Files.createDirectory(repository.resolve("snapshots/0a"));
        assertRefused(repository, "its snapshot " + repository.resolve("snapshots/0a") + " holds no config.json");
    }

    @Test
    void theCacheOfADataSetIsNoModel() throws IOException {
        Path repository = Files.createDirectories(scratch.resolve("datasets--locuslab--TOFU/snapshots"));
        assertRefused(repository.getParent(), " is the download cache of a data set (locuslab/TOFU), not a model");
    }

    @Test
    void aFolderAboveModelsNamesOne() {
        assertRefused(scratch, scratch + " is no model itself, but a model in it is one; give that folder");
    }

    @Test
    void weightsWithoutAConfiguration() throws IOException {
        Files.delete(folder.resolve("config.json"));
        assertRefused(
                folder + " holds weights (model.safetensors) but no config.json, which says what model they are; fetch"
                        + " config.json of the same model");
    }

    @Test
    void aLayoutOfTheMakers() throws IOException {
        Files.delete(folder.resolve("config.json"));
        Files.writeString(folder.resolve("params.json"), "{\"dim\": 4096}");
        assertRefused(
                folder + " holds a model in its maker's own layout (params.json); convert it to a Hugging Face folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.safetensors.incomplete | holds no weights but model.safetensors.incomplete, a download that was not finished",
                "flax_model.msgpack | holds its weights for another library (flax_model.msgpack), which are not read here",
                "tf_model.h5 | holds its weights for another library (tf_model.h5)",
                "consolidated.safetensors | has no model.safetensors, but consolidated.safetensors; if that is the whole model, rename it"
            })
    void weightsUnderOtherNames(String name, String what) throws IOException {
        Files.move(weights, folder.resolve(name));
        assertRefused(folder + " " + what);
    }

    private void index(String first, String second) throws IOException {
        ObjectNode index = new JsonMapper().createObjectNode();
        ObjectNode map = index.putObject("weight_map");
        Weights.expected(ModelFolder.config(folder)).keySet().forEach(name -> map.put(name, first));
        map.put(GATE, second);
        Files.writeString(folder.resolve(WeightFiles.INDEX), index.toString());
    }

    private void assertRefused(String sentence) {
        assertRefused(folder, sentence);
    }

    private static void assertRefused(Path path, String sentence) {
        assertThatThrownBy(() -> ModelFolder.load(path, Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(sentence);
    }
}
