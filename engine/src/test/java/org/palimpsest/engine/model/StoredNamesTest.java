package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.tensor.SafetensorsFile;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;

/** Weights are found under whatever name a folder has them. */
class StoredNamesTest {
    private static final List<int[]> IDS = List.of(new int[] {1, 7, 3, 39, 12, 5});

    @TempDir
    Path scratch;

    static Stream<Arguments> wrapped() {
        return Arrays.stream(Architecture.values()).flatMap(architecture -> Stream.of(
                        "module.",
                        "_orig_mod.",
                        "base_model.model.",
                        "module._orig_mod.",
                        "_orig_mod.module.",
                        "model.",
                        "_fsdp_wrapped_module.",
                        "base_model.model.module.")
                .map(prefix -> Arguments.of(architecture, prefix)));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void behindThePrefixesOfWrappers(Architecture architecture, String prefix) throws IOException {
        assertSameModel(architecture, name -> prefix + name);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void withoutThePrefixOfTheModelInside(Architecture architecture) throws IOException {
        assertSameModel(architecture, name -> name.replaceFirst("^(model|transformer|gpt_neox)\\.", ""));
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void withPartsOfWrappersInTheMiddle(Architecture architecture) throws IOException {
        assertSameModel(
                architecture, name -> name.replaceFirst("\\.(\\d+)\\.", ".$1._checkpoint_wrapped_module._orig_mod."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"language_model.", "model.language_model."})
    void asTheTextPartOfALargerModel(String place) throws IOException {
        assertSameModel(
                Architecture.GEMMA3,
                name -> place.startsWith("model.") ? place + name.replaceFirst("^model\\.", "") : place + name);
    }

    @Test
    void theHeadOfGptNeoxHasTwoNames() throws IOException {
        assertSameModel(Architecture.GPT_NEOX, name -> name.replace("embed_out", "lm_head"));
    }

    @Test
    void inShardsThatTheIndexNames() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.GPT2);
        Path folder = renamed(source, name -> "module." + name.replaceFirst("^transformer\\.", ""));
        Files.move(folder.resolve("model.safetensors"), folder.resolve("model-00001-of-00001.safetensors"));
        ObjectNode index = new JsonMapper().createObjectNode();
        ObjectNode map = index.putObject("weight_map");
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("model-00001-of-00001.safetensors"))) {
            file.names().forEach(name -> map.put(name, "model-00001-of-00001.safetensors"));
        }
        Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
        assertThat(logits(folder)).isEqualTo(logits(source));
    }

    @Test
    void aTensorUnderTwoUnusualNamesIsRefused() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path folder = copied(source, tensors -> {
            NDArray norm = tensors.remove("model.norm.weight");
            tensors.put("module.model.norm.weight", norm);
            tensors.put("norm.weight", norm);
        });
        assertThatThrownBy(() -> ModelFolder.load(folder, Device.cpu()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("have \"model.norm.weight\" twice")
                .hasMessageContaining("\"norm.weight\"")
                .hasMessageContaining("\"module.model.norm.weight\"");
    }

    @Test
    void theUsualNameIsMeantWhereItIsThere() throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), Architecture.LLAMA);
        Path folder = copied(
                source,
                tensors -> tensors.put(
                        "norm.weight", tensors.get("model.norm.weight").mul(2)));
        assertThat(logits(folder)).isEqualTo(logits(source));
        assertThat(ModelInspection.of(folder).remarks())
                .singleElement()
                .asString()
                .contains("\"norm.weight\"");
    }

    private void assertSameModel(Architecture architecture, UnaryOperator<String> stored) throws IOException {
        Path source = TinyFolders.whole(scratch.resolve("source"), architecture);
        Path folder = renamed(source, stored);
        assertThat(logits(folder)).isEqualTo(logits(source));
        assertThat(ModelInspection.of(folder).remarks()).isEmpty();
    }

    private Path renamed(Path source, UnaryOperator<String> stored) throws IOException {
        return copied(source, tensors -> {
            Map<String, NDArray> before = new LinkedHashMap<>(tensors);
            tensors.clear();
            before.forEach((name, array) -> tensors.put(stored.apply(name), array));
        });
    }

    interface Change {
        void to(Map<String, NDArray> tensors);
    }

    private Path copied(Path source, Change change) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("renamed"));
        Files.copy(source.resolve("config.json"), folder.resolve("config.json"));
        rewrite(source.resolve("model.safetensors"), folder.resolve("model.safetensors"), change);
        return folder;
    }

    /** Writes the tensors of a file, changed, into another. */
    static void rewrite(Path from, Path to, Change change) throws IOException {
        try (NDManager scope = Torch.newScope(Device.cpu());
                SafetensorsFile file = SafetensorsFile.open(from)) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            for (String name : file.names()) {
                tensors.put(name, file.read(scope, name));
            }
            change.to(tensors);
            SafetensorsWriter.write(to, tensors, SafetensorsWriter.Precision.FLOAT32);
        }
    }

    private static float[] logits(Path folder) throws IOException {
        try (DecoderModel model = ModelFolder.load(folder, Device.cpu())) {
            return EdgeParityTest.logits(model, IDS);
        }
    }
}
