package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.RawSafetensors;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.testdata.TinyWorkspace;

class ModelCommandTest {
    @TempDir
    Path scratch;

    private Path model;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
        model = scratch.resolve("target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-gqa-untied", "gpt2", "gemma2"})
    void logitsAgreeWithTheReferenceLibrary(String name) throws IOException {
        Path folder = ShippedData.folder("hf-parity").resolve(name);
        JsonNode expected =
                new JsonMapper().readTree(folder.resolve("expected.json").toFile());
        JsonNode ids = expected.path("input_ids").path(0);
        JsonNode logits = Told.by("model", "logits", folder, "--ids", list(ids, ids.size()), "--json")
                .json()
                .path("logits");
        JsonNode wanted = expected.path("logits").path(0);
        assertThat(logits).hasSameSizeAs(wanted);
        for (int t = 0; t < wanted.size(); t++) {
            assertThat(logits.path(t)).hasSameSizeAs(wanted.path(t));
            for (int v = 0; v < wanted.path(t).size(); v++) {
                assertThat(logits.path(t).path(v).asDouble())
                        .isCloseTo(wanted.path(t).path(v).asDouble(), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-gqa-untied", "qwen2"})
    void greedyTokensAgreeWithTheReferenceLibrary(String name) throws IOException {
        Path folder = ShippedData.folder("hf-parity").resolve(name);
        JsonNode all = new JsonMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .path("greedy_from_first_8_of_row_0");
        // Recorded beyond the end token, at which an answer stops otherwise.
        JsonNode told = Told.by(
                        "model",
                        "generate",
                        folder,
                        "--ids",
                        list(all, 8),
                        "--max-new-tokens",
                        16,
                        "--ignore-end",
                        "--json")
                .json();
        ArrayNode continuation = new JsonMapper().createArrayNode();
        IntStream.range(8, all.size()).forEach(i -> continuation.add(all.path(i)));
        assertThat(told.path("ids")).isEqualTo(continuation);
        assertThat(told.path("text").isNull()).isTrue();
    }

    @Test
    void aStoryGoesOnAsTheOriginalProgramTellsIt() throws IOException {
        Path data = ShippedData.folder("stories260k");
        JsonNode greedy = new JsonMapper()
                .readTree(data.resolve("reference.json").toFile())
                .path("greedy");
        JsonNode told = Told.by(
                        "model", "generate", data.resolve("hf"), "--prompt", "", "--max-new-tokens", 200, "--json")
                .json();
        assertThat(told.path("text").asText().strip())
                .isEqualTo(greedy.path("text").asText().strip());
    }

    private static String list(JsonNode ids, int count) {
        return String.join(
                ",",
                IntStream.range(0, count).mapToObj(i -> ids.path(i).asText()).toList());
    }

    @Test
    void aQuestionIsPutIntoThePromptFormat() {
        Told asked = Told.by("model", "generate", model, "--question", "forget 1?", "--max-new-tokens", 5, "--json");
        Told raw = Told.by(
                "model",
                "generate",
                model,
                "--prompt",
                "Question: forget 1?\nAnswer:",
                "--max-new-tokens",
                5,
                "--json");
        assertThat(asked.status()).isEqualTo(ExitStatus.OK);
        assertThat(asked.json()).isEqualTo(raw.json());
    }

    @Test
    void drawingIsRepeatedByItsSeed() {
        Object[] drawn = {
            "model", "generate", model, "--ids", "1,70,80", "--temperature", 1, "--top-k", 50, "--seed", 3, "--json"
        };
        assertThat(Told.by(drawn).json()).isEqualTo(Told.by(drawn).json());
    }

    @Test
    void inspectionSaysShapeAndTokenizer() {
        JsonNode facts = Told.by("model", "inspect", model, "--json").json();
        assertThat(facts.path("architecture").asText()).isEqualTo("LlamaForCausalLM");
        assertThat(facts.path("layers").asInt()).isEqualTo(2);
        assertThat(facts.path("storedAs").path(0).asText()).isEqualTo("F32");
        assertThat(facts.path("tokenizer").path("fitsModel").asBoolean()).isTrue();
        assertThat(facts.path("tokenizer").path("endOfText").asText()).isEqualTo("<|eos|>");
    }

    @Test
    void whatTheModelHasNoUseForIsToldByInspectionAndWhereverItIsOpened() throws IOException {
        Path weights = model.resolve("model.safetensors");
        RawSafetensors.read(weights)
                .put("model.layers.1.mlp.up_proj.bias", "F32", 4, new long[] {24})
                .write(weights);
        String remark =
                "1 tensor is left out, first \"model.layers.1.mlp.up_proj.bias\": a bias that a LlamaForCausalLM with"
                        + " this config.json does not have";
        JsonNode remarks = Told.by("model", "inspect", model, "--json").json().path("remarks");
        assertThat(remarks).hasSize(1);
        assertThat(remarks.path(0).asText()).isEqualTo(remark);
        assertThat(Told.by("model", "inspect", model).out()).contains("remark: " + remark);
        assertThat(Told.by("model", "logits", model, "--ids", "1,2").err().strip())
                .isEqualTo(model + ": " + remark);
    }

    @Test
    void aCheckSaysEveryPartInAFewLines() {
        Told told = Told.by("model", "check", model);
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.out().lines().findFirst()).contains(model.toAbsolutePath() + ": usable, with notices");
        assertThat(told.out()).contains("values         good      8,064 values of 20 tensors, all of them numbers");
    }

    @Test
    void aCheckAsJsonHasTheSameParts() {
        JsonNode told = Told.by("model", "check", model, "--json").json();
        assertThat(told.path("verdict").asText()).isEqualTo("NOTICE");
        assertThat(told.path("parts").findValuesAsText("subject"))
                .containsExactly("CONFIGURATION", "FILES", "SHAPES", "VALUES", "TOKENIZER", "TEXT", "EXPECTED");
        assertThat(told.path("parts").path(6).path("state").asText()).isEqualTo("LEFT_OUT");
        assertThat(told.path("parts").path(6).path("found").asText()).isEqualTo("there is no expected.json");
    }

    @Test
    void aCheckOfAModelThatCannotBeUsedFailsWithItsReport() throws IOException {
        Path weights = model.resolve("model.safetensors");
        RawSafetensors.read(weights).set("model.norm.weight", 0, Float.NaN).write(weights);
        Told told = Told.by("model", "check", model, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("verdict").asText()).isEqualTo("WRONG");
    }

    @Test
    void theFolderOneStandsInIsOpened() throws Exception {
        Files.move(model.resolve("model.safetensors"), model.resolve("model-00001-of-00001.safetensors"));
        String places =
                RawSafetensors.read(model.resolve("model-00001-of-00001.safetensors")).tensors().keySet().stream()
                        .map(name -> "\"" + name + "\": \"model-00001-of-00001.safetensors\"")
                        .collect(Collectors.joining(", ", "{\"weight_map\": {", "}}"));
        Files.writeString(model.resolve("model.safetensors.index.json"), places);
        Process program = ProgramProcess.of(List.of(), "model", "inspect", ".")
                .directory(model.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(ProgramProcess.output(program)).contains("LlamaForCausalLM").doesNotContain("palimpsest:");
        assertThat(program.waitFor()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void inspectionCountsTheParametersOfTheLoadedModel() {
        // Embedding 259·16; a layer: q 16·16, k and v 8·16, o 16·16, three of 24·16, two norms; a final norm.
        long expected = 259 * 16 + 2 * (16 * 16 + 2 * 8 * 16 + 16 * 16 + 3 * 24 * 16 + 2 * 16) + 16;
        assertThat(Told.by("model", "inspect", model, "--json")
                        .json()
                        .path("parameters")
                        .asLong())
                .isEqualTo(expected);
    }

    @Test
    void anExportedModelGivesTheSameLogits() {
        Path copy = scratch.resolve("Kopie mit Umlaut ä");
        assertThat(Told.by("model", "export", model, "--out", copy).status()).isEqualTo(ExitStatus.OK);
        assertThat(Told.by("model", "logits", copy, "--ids", "1,2,3", "--json").json())
                .isEqualTo(Told.by("model", "logits", model, "--ids", "1,2,3", "--json")
                        .json());
    }

    @Test
    void anExportInHalfPrecisionSaysSoInItsFile() {
        Path half = scratch.resolve("half");
        Told.by("model", "export", model, "--out", half, "--precision", "bfloat16");
        assertThat(Told.by("model", "inspect", half, "--json")
                        .json()
                        .path("storedAs")
                        .path(0)
                        .asText())
                .isEqualTo("BF16");
    }

    @Test
    void anExportNeverWritesOverAnything() {
        Told told = Told.by("model", "export", model, "--out", scratch, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("not empty");
    }

    @Test
    void withoutATokenizerAnAnswerStopsAtTheEndOfTheConfiguration() throws IOException {
        Path folder = ShippedData.folder("hf-parity").resolve("qwen2");
        JsonNode all = new JsonMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .path("greedy_from_first_8_of_row_0");
        JsonNode told = Told.by("model", "generate", folder, "--ids", list(all, 8), "--max-new-tokens", 16, "--json")
                .json();
        ArrayNode upToTheEnd = new JsonMapper().createArrayNode();
        for (int i = 8; i < all.size() && all.path(i).asInt() != 2; i++) {
            upToTheEnd.add(all.path(i));
        }
        assertThat(told.path("ids")).isEqualTo(upToTheEnd);
        assertThat(upToTheEnd.size()).isBetween(1, 15);
    }

    @Test
    void withoutAnyEndTokenTheAnswerHasItsGreatestLengthAndThatIsSaid() throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"eos_token_id\": 2,", ""));
        Files.delete(model.resolve("tokenizer.json"));
        Told told = Told.by("model", "generate", model, "--ids", "5,6", "--max-new-tokens", 7, "--json");
        assertThat(told.json().path("ids")).hasSize(7);
        assertThat(told.err()).contains("no token ends a text");
    }

    @Test
    void anEndIdOfAnotherKindIsRefusedByName() throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"eos_token_id\": 2", "\"eos_token_id\": \"2\""));
        assertFails("\"eos_token_id\" must be a token id", "model", "generate", model, "--prompt", "a");
        Files.delete(model.resolve("tokenizer.json"));
        assertFails("\"eos_token_id\" must be a token id", "model", "generate", model, "--ids", "5,6");
    }

    @Test
    void rowsWithoutATokenAreCountedByInspect() throws IOException {
        JsonNode facts = Told.by("model", "inspect", model, "--json").json().path("tokenizer");
        assertThat(facts.path("idsWithoutToken").asInt()).isZero();
        assertThat(facts.path("textBeginsWith"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("<|bos|>");
    }

    @Test
    void aModelWithoutTokenizerIsNotAskedInWords() throws IOException {
        Files.delete(model.resolve("tokenizer.json"));
        Told told = Told.by("model", "generate", model, "--prompt", "a", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("tokenizer.json: is missing");
    }

    @Test
    void aTokenizerLargerThanTheModelIsRefused() throws IOException {
        Path tokenizer = model.resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer).replace("\"!\": 36,", "\"!\": 36, \"!!\": 300,"));
        assertFails("largest token id is 300", "model", "generate", model, "--prompt", "a");
    }

    @Test
    void anIdBeyondTheVocabularyIsNamed() {
        assertFails("token id 259 is not in the vocabulary", "model", "logits", model, "--ids", "1,259");
    }

    @Test
    void anIdThatIsNoNumberIsAUsageError() {
        Told told = Told.by("model", "logits", model, "--ids", "1,x", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.json().path("error").asText()).contains("'x'").contains("--ids");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertFails("no model folder at", "model", "logits", scratch.resolve("nowhere"), "--ids", "1");
    }

    @Test
    void pickledWeightsAreRefusedWithTheReason() throws IOException {
        Files.move(model.resolve("model.safetensors"), model.resolve("pytorch_model.bin"));
        assertFails("can run any program when opened", "model", "inspect", model);
    }

    @Test
    void anUnknownArchitectureIsNamed() throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"llama\"", "\"mamba\""));
        assertFails("mamba", "model", "inspect", model);
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws IOException {
        Files.writeString(model.resolve("config.json"), "{\n  \"model_type\": \"llama\",\n  oops\n}\n");
        assertFails("line 3", "model", "inspect", model);
    }

    @Test
    void truncatedWeightsAreNamed() throws IOException {
        Path file = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        assertFails("model.safetensors", "model", "logits", model, "--ids", "1");
    }

    @Test
    void aHeaderThatLiesAboutItsLengthIsRefused() throws IOException {
        Path file = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 40);
        Files.write(file, bytes);
        assertFails("model.safetensors", "model", "inspect", model);
    }

    @Test
    void aTensorOfTheWrongShapeIsNamed() throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("\"intermediate_size\": 24", "\"intermediate_size\": 25"));
        assertFails("has shape", "model", "inspect", model);
    }

    @Test
    void aMissingTensorIsNamed() throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3"));
        assertFails("model.layers.2.", "model", "inspect", model);
    }

    @Test
    void aPromptLongerThanTheContextIsRefused() {
        assertFails("leaves no room", "model", "generate", model, "--prompt", "a".repeat(200));
    }

    /** Asserts one sentence on standard error, nothing on standard output, and with --json the same sentence there. */
    private static void assertFails(String part, Object... arguments) {
        Told plain = Told.by(arguments);
        assertThat(plain.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(plain.out()).isEmpty();
        assertThat(plain.err().lines()).hasSize(1);
        assertThat(plain.sentence()).startsWith("palimpsest: ").contains(part).doesNotContain("Exception");
        Object[] asJson = Arrays.copyOf(arguments, arguments.length + 1);
        asJson[arguments.length] = "--json";
        Told json = Told.by(asJson);
        assertThat("palimpsest: " + json.json().path("error").asText()).isEqualTo(plain.sentence());
    }
}
