package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no language model is refused for what it is, and what looks like something else is told. */
class ModelKindTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LlamaForSequenceClassification",
                "LlamaForTokenClassification",
                "LlamaForQuestionAnswering",
                "LlamaForMultipleChoice",
                "LlamaRewardModel"
            })
    void aModelThatJudgesTextsIsNoLanguageModel(String name) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA).put("num_labels", 3);
        config.putArray("architectures").add(name);
        refused(
                config,
                "\"architectures\" names " + name
                        + ", a model that judges or labels texts and does not continue them; open the language model it was made from");
    }

    @Test
    void severalClassesAreRefused() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putArray("architectures").add("LlamaForCausalLM").add("MistralForCausalLM");
        refused(
                config,
                "\"architectures\" names 2 classes (LlamaForCausalLM, MistralForCausalLM);"
                        + " keep the one that the weights are of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"LlamaForCausalLM\"", "[7]", "{}", "[[\"LlamaForCausalLM\"]]"})
    void classesThatAreNoNamesAreRefused(String classes) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.set("architectures", new JsonMapper().readTree(classes));
        refused(config, "\"architectures\" must be a list");
    }

    @ParameterizedTest
    @CsvSource({
        "mixtral, num_local_experts, 8, it is a mixture of experts",
        "qwen3_moe, num_experts, 128, it is a mixture of experts",
        "deepseek_v3, n_routed_experts, 256, it is a mixture of experts",
        "gpt_oss, num_local_experts, 32, it is a mixture of experts",
        "t5, is_encoder_decoder, true, it is an encoder with a decoder",
        "bert, vocab_size, 30522, 'it is an encoder, which does not continue texts'",
        "modernbert, vocab_size, 30522, 'it is an encoder, which does not continue texts'",
        "qwen2_vl, vision_config, {}, 'it takes more than text, and its text part cannot be opened alone'",
        "falcon, auto_map, {}, 'it needs program code that comes with it, which is never run here'"
    })
    void otherModelsAreNamedForWhatTheyAre(String type, String key, String value, String sentence) throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", type);
        config.set(key, new JsonMapper().readTree(value));
        refused(
                config,
                "architecture \"" + type + "\" (no class named) is not supported: " + sentence
                        + "; supported are llama,");
    }

    @Test
    void anUnknownKindIsAnsweredWithTheKnownOnes() throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", "mamba");
        refused(config, "architecture \"mamba\" (no class named) is not supported; supported are llama,");
    }

    @Test
    void codeThatComesWithAKnownModelIsNotRunAndToldOf() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.PHI3);
        config.putObject("auto_map").put("AutoModelForCausalLM", "modeling_phi3.Phi3ForCausalLM");
        assertThat(notes(config))
                .containsExactly(
                        "config.json names program code that comes with the model (\"auto_map\"); it is not run,"
                                + " and the model is opened as Phi3ForCausalLM");
    }

    @Test
    void anotherClassThanThatOfTheTypeIsToldOf() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putArray("architectures").add("YiForCausalLM");
        assertThat(notes(config))
                .containsExactly("config.json names the class YiForCausalLM; by its model_type it is opened as"
                        + " LlamaForCausalLM");
    }

    @Test
    void labelsBesideALanguageModelAreToldOf() throws IOException {
        assertThat(notes(TinyFolders.config(Architecture.LLAMA).put("num_labels", 3)))
                .containsExactly("config.json has \"num_labels\", which a model that labels texts has; it is opened as"
                        + " LlamaForCausalLM");
    }

    @Test
    void bothPlacesOfRotarySettingsAreToldOf() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        config.putObject("rope_scaling").put("rope_type", "default");
        config.putObject("rope_parameters").put("rope_type", "default");
        assertThat(notes(config))
                .containsExactly("config.json has both \"rope_scaling\" and \"rope_parameters\"; the first is used");
    }

    @Test
    void anUnknownTextPartIsNamed() throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", "llava");
        config.putObject("text_config").put("model_type", "mpt");
        refused(config, "the text part of this llava is a \"mpt\", which is not supported; supported are llama,");
    }

    @Test
    void aLargerModelWithoutATextPartIsRefused() throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", "gemma3");
        refused(config, "\"text_config\" must be an object, but is missing");
    }

    @Test
    void aTextPartLeavesItsSizesToDefaults() throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", "gemma3");
        config.putObject("text_config").put("hidden_size", 2560).put("num_hidden_layers", 34);
        DecoderConfig read = ModelFolder.config(TinyFolders.write(scratch, config));
        assertThat(read.dimensions()).isEqualTo(new Dimensions(262_208, 2560, 2560, 34, 8, 4, 256, 9216, 131_072));
        assertThat(read.tiedEmbeddings()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"gemma3, , true", "gemma3, false, false", "mistral3, , true", "llava, , false", "llava, true, true"})
    void theWholeModelSaysWhetherItsHeadIsTied(String type, Boolean stated, boolean tied) throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", type);
        config.putObject("text_config");
        if (stated != null) {
            config.put("tie_word_embeddings", stated);
        }
        assertThat(ModelFolder.config(TinyFolders.write(scratch, config)).tiedEmbeddings())
                .isEqualTo(tied);
    }

    @Test
    void aWrongKindWithinTheTextPartIsNamedWithItsPlace() throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode().put("model_type", "gemma3");
        config.putObject("text_config").put("hidden_size", "48");
        refused(config, "\"text_config.hidden_size\" must be a positive whole number, but is \"48\"");
    }

    private List<String> notes(ObjectNode config) throws IOException {
        return ConfigNotes.of(TinyFolders.write(scratch, config).resolve("config.json"));
    }

    private void refused(ObjectNode config, String sentence) {
        assertThatThrownBy(() -> ModelFolder.config(TinyFolders.write(scratch, config)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(scratch.resolve("config.json").toString())
                .hasMessageContaining(sentence);
    }
}
