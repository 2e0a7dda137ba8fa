package org.palimpsest.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.testdata.RawSafetensors;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.testdata.TinyWorkspace;

class ModelCheckTest {
    private static final String UP = "model.layers.1.mlp.up_proj.weight";

    @TempDir
    Path scratch;

    private Path folder;
    private Path weights;

    @BeforeEach
    void makeAModel() throws IOException {
        TinyWorkspace.in(scratch);
        folder = scratch.resolve("target");
        weights = folder.resolve("model.safetensors");
    }

    private static CheckReport check(Path folder) {
        return ModelCheck.of(folder, Device.cpu(), Listener.NONE);
    }

    private static CheckReport.Part part(CheckReport report, Subject subject) {
        return report.parts().stream()
                .filter(part -> part.subject() == subject)
                .reduce((first, second) -> {
                    throw new AssertionError(subject + " twice: " + report);
                })
                .orElseThrow();
    }

    private void assertPart(Subject subject, State state, String found) {
        CheckReport.Part part = part(check(folder), subject);
        assertThat(part.found()).contains(found);
        assertThat(part.state()).isEqualTo(state);
    }

    @Test
    void everyPartIsLookedAtOnceAndInOrder() {
        assertThat(check(folder).parts()).extracting(CheckReport.Part::subject).containsExactly(Subject.values());
    }

    @Test
    void aSoundFolderIsSaidToBeSoInEveryPartThatNeedsNoTraining() {
        CheckReport report = check(folder);
        assertThat(part(report, Subject.CONFIGURATION).found()).isEqualTo("LlamaForCausalLM");
        assertThat(part(report, Subject.FILES).found())
                .isEqualTo("1 file, %,d bytes, 20 tensors; heads, offsets and lengths are sound"
                        .formatted(weights.toFile().length()));
        assertThat(part(report, Subject.SHAPES).found())
                .isEqualTo("20 tensors as config.json asks, 8,064 parameters, stored as F32");
        assertThat(part(report, Subject.VALUES).found()).isEqualTo("8,064 values of 20 tensors, all of them numbers");
        assertThat(part(report, Subject.TOKENIZER).found())
                .isEqualTo("BPE, 259 tokens; 8 texts in several scripts come back as they were");
        assertThat(report.parts().subList(0, 5))
                .extracting(CheckReport.Part::state)
                .containsOnly(State.GOOD);
    }

    /** Logits of weights of size 0.02 are next to nothing, so all 259 tokens are about equally likely. */
    @Test
    void anUntrainedModelIsNoBetterThanDrawingFromAllTokens() {
        CheckReport.Part text = part(check(folder), Subject.TEXT);
        assertThat(text.state()).isEqualTo(State.NOTICE);
        double perplexity = Double.parseDouble(text.found().replaceFirst(".*English: ([0-9.]+);.*", "$1"));
        assertThat(perplexity).isBetween(250.0, 270.0);
    }

    @Test
    void aModelThatKnowsEnglishBeatsTheFrequenciesOfWords() {
        CheckReport report = check(ShippedData.file("stories260k/hf"));
        assertThat(part(report, Subject.TEXT).state()).isEqualTo(State.GOOD);
        assertThat(report.verdict()).isIn(State.GOOD, State.NOTICE);
    }

    @Test
    void itsWeightsInTheWrongPlacesDoNot() throws IOException {
        Path source = ShippedData.file("stories260k/hf");
        for (String name : new String[] {"config.json", "tokenizer.json", "tokenizer_config.json"}) {
            Files.copy(source.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        RawSafetensors raw = RawSafetensors.read(source.resolve("model.safetensors"));
        for (String part : new String[] {"self_attn.q_proj", "mlp.gate_proj"}) {
            String first = "model.layers.0." + part + ".weight";
            String last = "model.layers.4." + part + ".weight";
            RawSafetensors.Tensor moved = raw.tensors().get(first);
            raw.tensors().put(first, raw.tensors().get(last));
            raw.tensors().put(last, moved);
        }
        raw.write(weights);
        assertPart(Subject.TEXT, State.NOTICE, "weights, configuration and tokenizer do not belong together");
    }

    @ParameterizedTest
    @CsvSource({"hf-parity/llama-gqa-untied", "hf-parity/gemma2", "hf-edges/olmo2", "hf-edges/neox-u8-buffers"})
    void logitsOfTheReferenceLibraryAgree(String name) throws IOException {
        CheckReport.Part part = part(check(ShippedData.file(name)), Subject.EXPECTED);
        assertThat(part.state()).isEqualTo(State.GOOD);
        JsonNode expected = new JsonMapper()
                .readTree(ShippedData.file(name).resolve("expected.json").toFile());
        int positions = 0;
        for (int row = 0; row < expected.path("input_ids").size(); row++) {
            for (int i = 0; i < expected.path("input_ids").path(row).size(); i++) {
                positions += expected.path("attention_mask").path(row).path(i).asInt(1);
            }
        }
        assertThat(part.found())
                .startsWith("logits of %d positions differ".formatted(positions))
                .endsWith("the likeliest token is the same at " + positions);
    }

    @Test
    void otherLogitsAreToldApart() throws IOException {
        Path reference = scratch.resolve("reference");
        expected(reference, new int[] {1, 70, 80}, 1);
        Files.copy(reference.resolve("expected.json"), folder.resolve("expected.json"));
        CheckReport report = check(folder);
        assertThat(part(report, Subject.EXPECTED).state()).isEqualTo(State.WRONG);
        assertThat(part(report, Subject.EXPECTED).found()).contains("The model is not computed as it was there");
        assertThat(report.verdict()).isEqualTo(State.WRONG);
    }

    @Test
    void logitsRoundedToSixteenBitsAreANotice() throws IOException {
        expected(folder, new int[] {1, 70, 80}, 1.05f);
        assertPart(
                Subject.EXPECTED, State.NOTICE, "the likeliest token is the same at 3. Sums in 16 bits differ so much");
    }

    @Test
    void ownLogitsAreTheSame() throws IOException {
        expected(folder, new int[] {1, 70, 80}, 1);
        assertPart(Subject.EXPECTED, State.GOOD, "logits of 3 positions differ from expected.json by at most ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ | broken JSON at line 1, column 2",
                "{} | expected \"input_ids\" with rows of token ids",
                "{\"input_ids\": [[1]], \"logits\": []} | expected \"input_ids\" with rows of token ids",
                "{\"input_ids\": [[1]], \"logits\": [[], []]} | expected \"input_ids\" with rows of token ids",
                "{\"input_ids\": [[1, 2]], \"logits\": [[[0.5]]]} | row 0 has 2 token ids, but logits for 1 positions",
                "{\"input_ids\": [[1]], \"logits\": [[[0.5]]]} | row 0, position 0 has 1 logits, but the vocabulary has 259 ids",
                "{\"input_ids\": [[900]], \"logits\": [[[]]]} | row 0 has 900 among its token ids, but the vocabulary has ids 0 to 258",
                "{\"input_ids\": [[\"1\"]], \"logits\": [[[]]]} | row 0 has \"1\" among its token ids",
                "{\"input_ids\": [[1]], \"logits\": [[[]]], \"attention_mask\": [[0]]} | row 0 has a mask that hides all of it"
            })
    void expectationsOfAnotherFormAreNamed(String text, String found) throws IOException {
        Files.writeString(folder.resolve("expected.json"), text);
        assertPart(Subject.EXPECTED, State.WRONG, found);
    }

    @Test
    void aMaskWithAHoleIsNamed() throws IOException {
        expected(folder, new int[] {1, 70, 80}, 1);
        Path file = folder.resolve("expected.json");
        ObjectNode document = (ObjectNode) new JsonMapper().readTree(file.toFile());
        document.putArray("attention_mask").addArray().add(1).add(0).add(1);
        Files.writeString(file, document.toString());
        assertPart(Subject.EXPECTED, State.WRONG, "row 0 has a mask with a hole at position 1");
    }

    @Test
    void withoutExpectationsNothingIsCompared() {
        assertPart(Subject.EXPECTED, State.LEFT_OUT, "there is no expected.json");
    }

    @Test
    void aModelThatDoesNotFitInMemoryIsNotOpenedAndThatIsSaid() throws IOException {
        expected(folder, new int[] {1, 70, 80}, 1);
        CheckReport report = ModelCheck.of(folder, Device.cpu(), Listener.NONE, () -> 1 << 20);
        assertThat(part(report, Subject.TEXT).state()).isEqualTo(State.LEFT_OUT);
        assertThat(part(report, Subject.TEXT).found())
                .isEqualTo(
                        "the whole model takes 1.1 GB of memory as float32, and 0.0 GB are free; close other programs, or"
                                + " check it on a larger machine");
        assertThat(part(report, Subject.EXPECTED).state()).isEqualTo(State.LEFT_OUT);
        assertThat(part(report, Subject.VALUES).state()).isEqualTo(State.GOOD);
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() throws IOException {
        RawSafetensors.read(weights).set(UP, 2, Float.NaN).write(weights);
        CheckReport report = check(folder);
        assertThat(part(report, Subject.VALUES).found())
                .isEqualTo("1 of 20 tensors holds values that are no numbers: \"" + UP
                        + "\" (1 NaN of 384); fetch the files again");
        assertThat(part(report, Subject.TEXT).found()).isEqualTo("a model in this state is not opened");
        assertThat(report.verdict()).isEqualTo(State.WRONG);
    }

    @Test
    void numbersOfATensorThatIsNotNeededDoNotCount() throws IOException {
        RawSafetensors.read(weights)
                .put("attn.masked_bias", "F32", 4, new long[] {1}, 0, 0, 0x80, 0xff)
                .write(weights);
        assertPart(Subject.VALUES, State.GOOD, "8,064 values of 20 tensors, all of them numbers");
    }

    @Test
    void aMatrixOfNothingButZerosIsTold() throws IOException {
        RawSafetensors.read(weights).put(UP, "F32", 4, new long[] {24, 16}).write(weights);
        assertPart(
                Subject.VALUES,
                State.NOTICE,
                "1 matrix holds nothing but zeros, first \"" + UP
                        + "\": a download that was not finished leaves such holes");
    }

    @Test
    void aFileCutShortIsNamedAndTheOthersAreWalkedAllTheSame() throws IOException {
        Files.copy(weights, folder.resolve("other.safetensors"));
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 1));
        CheckReport report = check(folder);
        assertThat(part(report, Subject.FILES).state()).isEqualTo(State.WRONG);
        assertThat(part(report, Subject.FILES).found())
                .startsWith(weights + ": tensor ")
                .contains("truncated");
        assertThat(part(report, Subject.SHAPES).state()).isEqualTo(State.LEFT_OUT);
        assertThat(part(report, Subject.VALUES).found()).isEqualTo("8,064 values of 20 tensors, all of them numbers");
    }

    @Test
    void bytesOfNoTensorAreTold() throws IOException {
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length + 7));
        assertPart(
                Subject.FILES,
                State.NOTICE,
                "model.safetensors has 7 bytes that belong to no tensor, for which the Python library refuses it");
    }

    @Test
    void anIndexThatIsWrongAboutItsShardsIsTold() throws IOException {
        Files.move(weights, folder.resolve("one.safetensors"));
        ObjectNode index = new JsonMapper().createObjectNode();
        ObjectNode map = index.putObject("weight_map");
        RawSafetensors.read(folder.resolve("one.safetensors"))
                .tensors()
                .keySet()
                .forEach(name -> map.put(name, "one.safetensors"));
        map.remove(UP);
        map.put("spare", "one.safetensors").put("further", "two.safetensors");
        Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
        CheckReport.Part files = part(check(folder), Subject.FILES);
        assertThat(files.state()).isEqualTo(State.WRONG);
        assertThat(files.found())
                .isEqualTo(
                        "model.safetensors.index.json says that tensor \"spare\" is in one.safetensors, which does not have"
                                + " it; model.safetensors.index.json names two.safetensors, which is not there; fetch it");
        map.remove("spare");
        map.remove("further");
        Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
        assertPart(
                Subject.FILES,
                State.NOTICE,
                "model.safetensors.index.json does not name 1 tensor that the shards have, first \"" + UP + "\"");
    }

    @Test
    void aShapeThatIsNotAskedForIsWrong() throws IOException {
        RawSafetensors.read(weights).put(UP, "F32", 4, new long[] {24, 15}, 1).write(weights);
        assertPart(
                Subject.SHAPES,
                State.WRONG,
                "tensor \"" + UP + "\" has shape (24, 15), but config.json asks for (24, 16)");
    }

    @Test
    void whatIsLeftOutIsANotice() throws IOException {
        RawSafetensors.read(weights).put("spare", "F32", 4, new long[] {3}, 1).write(weights);
        assertPart(Subject.SHAPES, State.NOTICE, "stored as F32; 1 tensor is left out, first \"spare\"");
    }

    @Test
    void aFolderOfAnUnknownArchitectureIsWalkedAllTheSame() throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("llama", "mamba").replace("Llama", "Mamba"));
        CheckReport report = check(folder);
        assertThat(part(report, Subject.CONFIGURATION).state()).isEqualTo(State.WRONG);
        assertThat(part(report, Subject.FILES).state()).isEqualTo(State.GOOD);
        assertThat(part(report, Subject.VALUES).state()).isEqualTo(State.GOOD);
        assertThat(report.verdict()).isEqualTo(State.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "forget.jsonl"})
    void whatIsNoFolderIsNamed(String name) {
        folder = scratch.resolve(name);
        assertPart(Subject.CONFIGURATION, State.WRONG, folder.toString());
        assertPart(Subject.FILES, State.LEFT_OUT, "there is no folder");
    }

    @Test
    void aTokenizerThatDoesNotFitIsWrongAndNoTextIsReadWithIt() throws IOException {
        Path tokenizer = folder.resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer).replace("\"id\": 2,", "\"id\": 300,"));
        CheckReport report = check(folder);
        assertThat(part(report, Subject.TOKENIZER).state()).isEqualTo(State.WRONG);
        assertThat(part(report, Subject.TEXT).state()).isEqualTo(State.LEFT_OUT);
    }

    @Test
    void aTokenizerThatIsBrokenIsWrong() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": }");
        assertPart(Subject.TOKENIZER, State.WRONG, "tokenizer.json");
    }

    @Test
    void aTokenizerThatLosesCharactersIsTold() throws IOException {
        Path tokenizer = folder.resolve("tokenizer.json");
        ObjectNode json = (ObjectNode) new JsonMapper().readTree(tokenizer.toFile());
        json.putObject("normalizer").put("type", "Lowercase");
        Files.writeString(tokenizer, json.toString());
        assertPart(Subject.TOKENIZER, State.NOTICE, "texts came back changed, \"The quick brown fox");
    }

    @Test
    void aFolderWithoutTokenizerIsToldOf() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        assertPart(Subject.TOKENIZER, State.NOTICE, "there is no tokenizer.json");
        assertPart(Subject.TEXT, State.LEFT_OUT, "a text needs the tokenizer that belongs to the model");
    }

    @Test
    void aModelWhoseLogitsOverflowSaysNothing() throws IOException {
        RawSafetensors raw = RawSafetensors.read(weights);
        for (int i = 0; i < raw.floats("model.norm.weight").length; i++) {
            raw.set("model.norm.weight", i, Float.MAX_VALUE);
        }
        raw.write(weights);
        assertPart(Subject.TEXT, State.WRONG, "the logits of an English text are not finite");
    }

    @Test
    void progressIsHeardOfEveryPartThatTakesTime() {
        Set<Subject> heard = EnumSet.noneOf(Subject.class);
        ModelCheck.of(folder, Device.cpu(), (subject, done, total) -> {
            assertThat(done).isBetween(1L, total);
            heard.add(subject);
        });
        assertThat(heard).containsExactlyInAnyOrder(Subject.FILES, Subject.VALUES, Subject.TOKENIZER, Subject.TEXT);
    }

    @Test
    void whoListensMayEndIt() {
        assertThatThrownBy(() -> ModelCheck.of(folder, Device.cpu(), (subject, done, total) -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void nothingIsLeftInMemory() {
        long before = Scopes.liveArrays();
        check(folder);
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    @Test
    void theReportIsAFewLines() {
        assertThat(check(folder).text().lines())
                .hasSize(8)
                .first()
                .asString()
                .isEqualTo(folder.toAbsolutePath() + ": usable, with notices");
        assertThat(check(folder).text()).contains("\nconfiguration  good      LlamaForCausalLM\n");
    }

    /** Writes what a model of a folder says of some ids, its logits times a factor. */
    private static void expected(Path model, int[] ids, float factor) throws IOException {
        ObjectNode document = new JsonMapper().createObjectNode();
        ArrayNode row = document.putArray("input_ids").addArray();
        Arrays.stream(ids).forEach(row::add);
        ArrayNode logits = document.putArray("logits").addArray();
        try (DecoderModel opened = ModelFolder.load(model, Device.cpu())) {
            Predictions.of(opened, ids, (position, found) -> {
                ArrayNode one = logits.addArray();
                for (float logit : found) {
                    one.add(factor * logit);
                }
            });
        }
        Files.writeString(model.resolve("expected.json"), document.toString());
    }
}
