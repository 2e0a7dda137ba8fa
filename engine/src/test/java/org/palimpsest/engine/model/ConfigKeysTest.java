package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of keys against the fields and defaults of the reference library's configuration classes (version 5.17), and what becomes of odd values. */
class ConfigKeysTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Keys that the library reads without declaring them as fields. */
    private static final Set<String> UNDECLARED = Set.of(
            "rope_theta",
            "rotary_emb_base",
            "rope_local_base_freq",
            "partial_rotary_factor",
            "rotary_pct",
            "original_max_position_embeddings",
            "head_dim",
            "sliding_window_pattern",
            "attention_layers",
            "hidden_size",
            "num_hidden_layers",
            "num_attention_heads",
            "max_position_embeddings");

    /** Fields that do not change what a model computes without dropout. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "attention_dropout",
            "attn_pdrop",
            "bos_token_id",
            "classifier_dropout",
            "dropout",
            "embd_pdrop",
            "embed_dropout",
            "eos_token_id",
            "hidden_dropout",
            "init_std",
            "initializer_range",
            "is_decoder",
            "layerdrop",
            "pretraining_tp",
            "reorder_and_upcast_attn",
            "resid_dropout",
            "resid_pdrop",
            "summary_activation",
            "summary_first_dropout",
            "summary_proj_to_labels",
            "summary_type",
            "summary_use_proj",
            "use_cache");

    /** Read by {@link RotarySettings}, whatever the architecture. */
    private static final Set<String> ROTATIONS = Set.of("rope_parameters");

    private static final Map<ConfigKey.Kind, List<String>> WRONG = Map.of(
            ConfigKey.Kind.SIZE,
                    List.of("4294967344", "1.5", "48.0", "\"48\"", "\"abc\"", "true", "0", "-3", "[48]", "{}", "1e1"),
            ConfigKey.Kind.COUNT, List.of("4294967296", "1.5", "\"2\"", "false", "-1", "[]"),
            ConfigKey.Kind.ID, List.of("4294967296", "0.5", "\"2\"", "false", "[2]"),
            ConfigKey.Kind.NUMBER, List.of("\"1e-6\"", "\"abc\"", "true", "[1]", "{}", "1e999"),
            ConfigKey.Kind.FLAG, List.of("\"true\"", "1", "0", "\"abc\"", "[true]", "{}"),
            ConfigKey.Kind.NAME, List.of("1", "true", "[\"silu\"]", "{}"),
            ConfigKey.Kind.LIST, List.of("\"full_attention\"", "1", "true", "{}"));

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void everyKeyHasTheDefaultOfTheReference(Architecture architecture) throws IOException {
        JsonNode fields = fields(architecture);
        for (ConfigKeys.Key key : ConfigKeys.of(architecture).keys().values()) {
            for (String name : key.names()) {
                if (fields.has(name)) {
                    assertThat(JSON.valueToTree(key.standard()).toString())
                            .as(name)
                            .isIn(fields.get(name).toString(), fields.get(name).toString() + ".0");
                } else {
                    assertThat(name).isIn(UNDECLARED);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void everyFieldOfTheReferenceIsReadOrWithoutEffect(Architecture architecture) throws IOException {
        Set<String> fields = new TreeSet<>();
        fields(architecture).fieldNames().forEachRemaining(fields::add);
        ConfigKeys keys = ConfigKeys.of(architecture);
        keys.keys().values().forEach(key -> fields.removeAll(key.names()));
        keys.refused().forEach(key -> fields.remove(key.name()));
        fields.removeAll(WITHOUT_EFFECT);
        fields.removeAll(ROTATIONS);
        if (architecture == Architecture.GEMMA3) {
            // The reference declares it and does not use it.
            fields.remove("attn_logit_softcapping");
        }
        if (ConfigKeys.of(architecture).key(ConfigKey.PADDING).isEmpty()
                || keys.key(ConfigKey.PADDING).get().names().isEmpty()) {
            // Its embedding has a gradient like any other.
            fields.remove("pad_token_id");
        }
        assertThat(fields).isEmpty();
    }

    static Stream<Arguments> wrongValues() {
        return Arrays.stream(Architecture.values())
                .flatMap(architecture -> ConfigKeys.of(architecture).keys().entrySet().stream()
                        .flatMap(entry -> entry.getValue().names().stream()
                                .map(name -> Arguments.of(architecture, entry.getKey(), name))));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aValueOfTheWrongKindIsRefusedByName(Architecture architecture, ConfigKey key, String name) throws IOException {
        for (String value : WRONG.get(key.kind)) {
            ObjectNode config = TinyFolders.config(architecture);
            config.set(name, JSON.readTree(value));
            assertThatThrownBy(() -> read(config))
                    .as("%s %s", name, value)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(scratch.resolve("config.json").toString())
                    .hasMessageContaining("\"" + name + "\" must be ")
                    .hasMessageContaining("but is ");
        }
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void nullIsTheDefaultWhereItDoesNotSayNone(Architecture architecture, ConfigKey key, String name)
            throws IOException {
        if (ConfigKeys.of(architecture).key(key).orElseThrow().nullable()) {
            return;
        }
        ObjectNode absent = TinyFolders.config(architecture);
        absent.remove(name);
        ObjectNode isNull = TinyFolders.config(architecture);
        isNull.putNull(name);
        assertThat(outcome(isNull)).isEqualTo(outcome(absent));
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void keysOfOtherArchitecturesChangeNothing(Architecture architecture) throws IOException {
        ObjectNode config = TinyFolders.config(architecture);
        DecoderConfig before = read(config);
        for (String name : ConfigKeys.of(architecture).foreign()) {
            config.put(name, "not even of the right kind");
        }
        assertThat(read(config)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void keysThatAreNotUsedAreTold(Architecture architecture) throws IOException {
        Path file = scratch.resolve("config.json");
        TinyFolders.write(scratch, TinyFolders.config(architecture));
        assertThat(ConfigNotes.of(file)).isEmpty();
        String foreign = ConfigKeys.of(architecture).foreign().iterator().next();
        TinyFolders.write(scratch, TinyFolders.config(architecture).put(foreign, 3));
        assertThat(ConfigNotes.of(file))
                .containsExactly("config.json has \"%s\", which %s does not have; not used"
                        .formatted(foreign, architecture.className()));
    }

    static Stream<Arguments> foreignKinds() {
        return Arrays.stream(Architecture.values())
                .flatMap(architecture -> ConfigKeys.of(architecture).refused().stream()
                        .map(key -> Arguments.of(architecture, key.name())));
    }

    @ParameterizedTest
    @MethodSource("foreignKinds")
    void whatAnArchitectureHasAndThisProgramDoesNotIsRefused(Architecture architecture, String name)
            throws IOException {
        ObjectNode config = TinyFolders.config(architecture);
        config.put(name, !name.equals("is_causal"));
        assertThatThrownBy(() -> read(config))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("\"" + name + "\" is ")
                .hasMessageContaining("models of this kind are not supported");
        config.put(name, name.equals("is_causal"));
        if (!name.equals("per_layer_config")) {
            assertThat(read(config)).isEqualTo(read(TinyFolders.config(architecture)));
        }
    }

    private String outcome(ObjectNode config) throws IOException {
        try {
            return read(config).toString();
        } catch (ModelException e) {
            return e.getMessage();
        }
    }

    private DecoderConfig read(ObjectNode config) throws IOException {
        return ModelFolder.config(TinyFolders.write(scratch, config));
    }

    private static JsonNode fields(Architecture architecture) throws IOException {
        try (InputStream in = ConfigKeysTest.class.getResourceAsStream("reference-keys.json")) {
            return JSON.readTree(in).get(architecture.modelType());
        }
    }
}
