package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.testdata.RawSafetensors;
import org.palimpsest.engine.testdata.TinyWorkspace;

class InspectingTest {
    @TempDir
    Path scratch;

    private TinyWorkspace workspace;
    private Path target;

    @BeforeEach
    void prepare() throws IOException {
        workspace = TinyWorkspace.in(scratch);
        target = scratch.resolve("target");
    }

    private static Replies inspect(Path path) throws InterruptedException {
        return Replies.to(new DeskCommand.Inspect(5, path.toString()));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(scratch.resolve(name), text);
    }

    private void replace(String name, String what, String by) throws IOException {
        Path file = target.resolve(name);
        Files.writeString(file, Files.readString(file).replace(what, by));
    }

    @Test
    void aModelIsDescribed() throws Exception {
        DeskReply.ModelFound found = inspect(target).one(DeskReply.ModelFound.class);
        assertThat(found.architecture()).isEqualTo("LlamaForCausalLM");
        assertThat(found.layers()).isEqualTo(2);
        assertThat(found.parameters()).isEqualTo(259 * 16 + 2 * (2 * 16 * 16 + 2 * 8 * 16 + 3 * 24 * 16 + 2 * 16) + 16);
        assertThat(found.weightType()).isEqualTo("F32");
        assertThat(found.bytes()).isEqualTo(Files.size(target.resolve("model.safetensors")));
        assertThat(found.tokenizer()).isEqualTo("BPE, 259 tokens");
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void aModelWithoutTokenizerIsWarnedOf() throws Exception {
        Files.delete(target.resolve("tokenizer.json"));
        assertThat(inspect(target).one(DeskReply.ModelFound.class).warnings())
                .singleElement()
                .asString()
                .contains("no tokenizer.json");
    }

    @Test
    void aTokenizerThatDoesNotFitIsRefused() throws Exception {
        Path file = target.resolve("tokenizer.json");
        JsonMapper json = new JsonMapper();
        JsonNode tokenizer = json.readTree(file.toFile());
        ((ObjectNode) tokenizer.path("model").path("vocab")).put("zzz", 900);
        json.writeValue(file.toFile(), tokenizer);
        assertThat(inspect(target).refusal())
                .contains("largest token id is 900")
                .contains("vocabulary of 259");
    }

    @Test
    void aPickleIsRefusedWithWhatToDo() throws Exception {
        Files.delete(target.resolve("model.safetensors"));
        Files.writeString(target.resolve("pytorch_model.bin"), "x");
        assertThat(inspect(target).refusal()).contains("pytorch_model.bin").contains("safe_serialization=True");
    }

    @Test
    void anUnknownArchitectureIsNamed() throws Exception {
        replace("config.json", "LlamaForCausalLM", "MambaForCausalLM");
        replace("config.json", "\"llama\"", "\"mamba\"");
        assertThat(inspect(target).refusal()).containsIgnoringCase("mamba");
    }

    @Test
    void aHeaderThatLiesIsRefused() throws Exception {
        byte[] lie = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1L << 40)
                .array();
        Files.write(target.resolve("model.safetensors"), lie);
        assertThat(inspect(target).refusal()).contains("model.safetensors").contains("1099511627776");
    }

    @Test
    void dataIsDescribed() throws Exception {
        DeskReply.DataFound found = inspect(scratch.resolve("forget.jsonl")).one(DeskReply.DataFound.class);
        assertThat(found.format()).isEqualTo("JSON Lines");
        assertThat(found.rows()).isEqualTo(6);
        assertThat(found.fields())
                .containsEntry("question", "question")
                .containsEntry("perturbed_answer", "perturbed_answer");
        assertThat(found.sample()).hasSize(5).first().satisfies(row -> assertThat(row)
                .containsEntry("perturbed_answer", "wrong 0 | false 0"));
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void brokenJsonIsToldWithLineAndColumn() throws Exception {
        Path file = file("broken.jsonl", "{\"question\": \"a\", \"answer\": \"b\"}\n{\"question\": \"a\", answer\n");
        assertThat(inspect(file).refusal()).contains("broken JSON at line 2, column");
    }

    @Test
    void columnsUnderOtherNamesAreRecognised() throws Exception {
        Path file = file("others.csv", "prompt,response\na,b\n");
        DeskReply.DataFound found = inspect(file).one(DeskReply.DataFound.class);
        assertThat(found.fields()).isEqualTo(Map.of("question", "prompt", "answer", "response"));
        assertThat(found.warnings()).anySatisfy(text -> assertThat(text).contains("{\"question\": \"prompt\"}"));
    }

    @Test
    void absentColumnsAreToldWithWhatTheyAreFor() throws Exception {
        Path file = file("plain.csv", "question,answer\na,b\n");
        assertThat(inspect(file).one(DeskReply.DataFound.class).warnings())
                .anySatisfy(
                        text -> assertThat(text).contains("perturbed_answer").contains("forget quality"))
                .anySatisfy(
                        text -> assertThat(text).contains("paraphrased_answer").contains("truth ratio"));
    }

    @Test
    void aFileWithoutAnswersIsShownWithWhatIsMissing() throws Exception {
        Path file = file("half.csv", "question,topic\na,b\n");
        assertThat(inspect(file).one(DeskReply.DataFound.class).warnings())
                .anySatisfy(text ->
                        assertThat(text).contains("no column \"answer\"").contains("question, topic"));
    }

    @Test
    void aRowWithANumberForAnAnswerIsNamed() throws Exception {
        Path file =
                file("odd.jsonl", "{\"question\": \"a\", \"answer\": \"b\"}\n{\"question\": \"c\", \"answer\": 5}\n");
        assertThat(inspect(file).refusal()).contains("row 1").contains("the number 5");
    }

    @Test
    void repeatedQuestionsAreWarnedOf() throws Exception {
        Path file = file("twice.csv", "question,answer\na,b\na,c\n");
        assertThat(inspect(file).one(DeskReply.DataFound.class).warnings())
                .anySatisfy(text -> assertThat(text).contains("1 of 2 questions"));
    }

    @Test
    void aRunIsNamedAsOne() throws Exception {
        Path run = Files.createDirectories(scratch.resolve("run"));
        Files.writeString(run.resolve("recipe.json"), "{}");
        assertThat(inspect(run).refusal()).contains("is the folder of a run");
    }

    @Test
    void aRecipeIsNamedAsOne() throws Exception {
        assertThat(inspect(workspace.recipe("some", "npo", "")).refusal()).contains("is a recipe");
    }

    @Test
    void aFileOfAModelLeadsToItsFolder() throws Exception {
        assertThat(inspect(target.resolve("config.json")).refusal())
                .contains("part of a model")
                .contains(target.toString());
    }

    @Test
    void aModelFurtherDownIsPointedTo() throws Exception {
        assertThat(inspect(scratch).refusal()).contains("reference in it is one");
    }

    @Test
    void anAdapterIsNamedAsOne() throws Exception {
        Path adapter = Files.createDirectory(scratch.resolve("adapter"));
        Files.writeString(adapter.resolve("adapter_config.json"), "{\"base_model_name_or_path\": \"org/base\"}");
        assertThat(inspect(adapter).refusal()).contains("holds an adapter for org/base");
    }

    @Test
    void aFolderOfDataIsNamedAsOne() throws Exception {
        Path data = Files.createDirectory(scratch.resolve("data"));
        Files.writeString(data.resolve("some.csv"), "question,answer\n");
        assertThat(inspect(data).refusal())
                .contains("is a folder with files of data; give one of them, such as some.csv");
    }

    @Test
    void aLinkThatLeadsNowhereIsNamedAsOne() throws Exception {
        Path link = Files.createSymbolicLink(scratch.resolve("link"), Path.of("gone"));
        assertThat(inspect(link).refusal()).contains("is a link to gone, which is not there");
    }

    @Test
    void whatAModelHasNoUseForIsWarnedOf() throws Exception {
        Path weights = target.resolve("model.safetensors");
        RawSafetensors.read(weights)
                .put("model.layers.0.mlp.up_proj.bias", "F32", 4, new long[] {24})
                .write(weights);
        assertThat(inspect(target).one(DeskReply.ModelFound.class).warnings())
                .singleElement()
                .asString()
                .startsWith("1 tensor is left out, first \"model.layers.0.mlp.up_proj.bias\"");
    }

    @Test
    void anEmptyFolderIsSaidToBeEmpty() throws Exception {
        Path folder = Files.createDirectories(scratch.resolve("leer gemacht ü"));
        assertThat(inspect(folder).refusal())
                .contains("leer gemacht ü")
                .contains("config.json is missing (it is empty)");
    }

    @Test
    void aPathThatDoesNotExistIsNamed() throws Exception {
        assertThat(inspect(scratch.resolve("nowhere")).refusal())
                .contains("there is no file or folder")
                .contains("nowhere");
    }
}
