package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rotary settings wherever folders put them. What each way of stretching computes is compared with the reference library in {@link KeyParityTest}. */
class RotarySettingsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rope_theta': 777}",
                "{'rope_parameters': {'rope_type': 'default', 'rope_theta': 777}}",
                "{'rope_parameters': {'rope_theta': 777.0}}",
                "{'rope_scaling': {'type': 'default', 'rope_theta': 777}}",
                "{'rope_scaling': {'rope_theta': 777}, 'rope_parameters': {'rope_theta': 5}}",
                "{'rope_scaling': null, 'rope_parameters': {'rope_theta': 777}}",
                "{'rope_scaling': {}, 'rope_parameters': {'rope_theta': 777}, 'rope_theta': 5}",
                "{'rope_scaling': {'type': null, 'rope_type': 'default'}, 'rope_theta': 777}"
            })
    void theBaseIsFoundWhereverItStands(String settings) throws IOException {
        assertThat(rope(Architecture.LLAMA, settings)).isEqualTo(Rope.of(777, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rope_scaling': {'type': 'linear', 'factor': 4}}",
                "{'rope_scaling': {'rope_type': 'linear', 'factor': 4.0}}",
                "{'rope_scaling': {'rope_type': 'linear', 'type': 'dynamic', 'factor': 4.0}}",
                "{'rope_parameters': {'rope_type': 'linear', 'factor': 4, 'rope_theta': 1000}, 'rope_theta': 5}"
            })
    void linearStretchingDividesFrequenciesWhereverItStands(String settings) throws IOException {
        List<Double> plain = Rope.powers(1000, 6);
        assertThat(rope(Architecture.LLAMA, settings).frequencies())
                .isEqualTo(plain.stream().map(f -> f / 4).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "linear, factor",
        "dynamic, factor",
        "yarn, factor",
        "longrope, short_factor",
        "longrope, long_factor",
        "llama3, factor",
        "llama3, low_freq_factor",
        "llama3, high_freq_factor"
    })
    void aMissingPartIsNamed(String type, String part) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        ObjectNode scaling = config.putObject("rope_scaling").put("rope_type", type);
        scaling.put("factor", 2.0).put("low_freq_factor", 1.0).put("high_freq_factor", 4.0);
        scaling.putArray("short_factor").add(1).add(2).add(3);
        scaling.putArray("long_factor").add(2).add(3).add(4);
        scaling.put("original_max_position_embeddings", 32);
        read(config);
        scaling.remove(part);
        refused(config, "\"rope_scaling." + part + "\" is missing, which this way of stretching positions needs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear|factor|\"2\"|must be a number, but is \"2\"",
                "linear|factor|0|must be a number above 0, but is 0",
                "linear|factor|null|is missing",
                "linear|rope_theta|\"10000\"|must be a number",
                "linear|rope_theta|-1|must be a number above 0",
                "linear|rope_type|7|must be a name in quotes, but is 7",
                "yarn|original_max_position_embeddings|4294967328|must be a positive whole number",
                "yarn|truncate|\"true\"|must be true or false",
                "yarn|beta_fast|\"a\"|must be a number",
                "yarn|mscale|true|must be a number",
                "longrope|short_factor|[1, 2]|has 2 numbers, but there are 3 rotated pairs",
                "longrope|long_factor|[1, 2, \"3\"]|must be a list of numbers above 0, but is \"3\"",
                "longrope|long_factor|4|must be a list, but is 4",
                "linear|partial_rotary_factor|1.5|must be a number from 0 to 1, but is 1.5",
                "linear|partial_rotary_factor|0.5|rotates whole heads when its positions are stretched"
            })
    void aWrongPartIsNamed(String type, String part, String value, String sentence) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.LLAMA);
        ObjectNode scaling =
                config.putObject("rope_scaling").put("rope_type", type).put("factor", 2.0);
        scaling.putArray("short_factor").add(1).add(2).add(3);
        scaling.putArray("long_factor").add(2).add(3).add(4);
        scaling.set(part, JSON.readTree(value));
        refused(config, "\"rope_scaling." + part + "\"");
        refused(config, sentence);
    }

    @Test
    void settingsThatAreNoObjectAreRefused() throws IOException {
        refused(
                TinyFolders.config(Architecture.LLAMA).put("rope_scaling", "linear"),
                "\"rope_scaling\" must be an object, but is \"linear\"");
    }

    @Test
    void settingsByLayerTypeAreRefusedWhereThereIsOneRotation() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.QWEN3);
        config.putObject("rope_parameters").putObject("full_attention").put("rope_theta", 5.0);
        refused(config, "\"rope_parameters\" has settings by type of layer, which Qwen3ForCausalLM does not have");
    }

    @ParameterizedTest
    @CsvSource({"linear", "dynamic", "llama3"})
    void phi3HasOneWayOfStretching(String type) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.PHI3);
        config.putObject("rope_scaling").put("type", type).put("factor", 2);
        refused(
                config,
                "rope type \"" + type + "\" (\"rope_scaling.type\") is not supported; supported are default, longrope");
    }

    @ParameterizedTest
    @CsvSource({"rope_theta", "partial_rotary_factor"})
    void gptNeoxHasNamesOfItsOwn(String foreign) throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.GPT_NEOX);
        DecoderConfig before = read(config);
        assertThat(read(config.put(foreign, 0.125))).isEqualTo(before);
        assertThat(before.ropes().get(0)).isEqualTo(Rope.of(1000, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rope_theta': 500, 'rope_local_base_freq': 20}",
                "{'rope_parameters': {'full_attention': {'rope_theta': 500}, 'sliding_attention': {'rope_theta': 20}}}",
                "{'rope_parameters': {'full_attention': {'rope_theta': 500}}, 'rope_local_base_freq': 20}"
            })
    void gemma3TurnsLayersWithAWindowByAnotherBase(String settings) throws IOException {
        DecoderConfig config = read(Architecture.GEMMA3, settings);
        assertThat(config.ropes()).containsExactly(Rope.of(500, 6), Rope.of(20, 6));
        assertThat(config.layer(0)).isEqualTo(new LayerForm(5, 1 / Math.sqrt(6), 1));
        assertThat(config.layer(1)).isEqualTo(new LayerForm(0, 1 / Math.sqrt(6), 0));
    }

    @Test
    void gemma3StretchesTheLayersThatSeeEverything() throws IOException {
        DecoderConfig config = read(
                Architecture.GEMMA3,
                "{'rope_theta': 500, 'rope_local_base_freq': 20, 'rope_scaling': {'rope_type': 'linear', 'factor': 8}}");
        assertThat(config.ropes().get(0).frequencies().get(0)).isCloseTo(1 / 8.0, within(1e-12));
        assertThat(config.ropes().get(1)).isEqualTo(Rope.of(20, 6));
    }

    @Test
    void settingsOfGemma3ThatAreNotByTypeAreToldToBeUnused() throws IOException {
        ObjectNode config = TinyFolders.config(Architecture.GEMMA3);
        DecoderConfig before = read(config);
        config.putObject("rope_parameters").put("rope_type", "linear").put("factor", 8);
        assertThat(read(config)).isEqualTo(before);
        assertThat(ConfigNotes.of(scratch.resolve("config.json")))
                .singleElement()
                .asString()
                .contains("\"rope_parameters\" in config.json is not by type of layer");
    }

    @ParameterizedTest
    @CsvSource({"3, an even number", "8, up to the width of a head"})
    void gptJRotatesPairsWithinAHead(int rotated, String sentence) throws IOException {
        refused(TinyFolders.config(Architecture.GPTJ).put("rotary_dim", rotated), sentence);
    }

    @ParameterizedTest
    @EnumSource(
            value = Architecture.class,
            names = {"PHI", "STABLELM"})
    void anOddShareOfAHeadIsRefused(Architecture architecture) throws IOException {
        refused(
                TinyFolders.config(architecture).put("partial_rotary_factor", 0.5),
                "3 dimensions of a head would be rotated (\"partial_rotary_factor\", heads 6 wide), but pairs are");
    }

    @Test
    void nothingIsRotatedWhereTheShareIsZero() throws IOException {
        DecoderConfig config = read(TinyFolders.config(Architecture.GPT_NEOX).put("rotary_pct", 0));
        assertThat(config.layer(0).rotated()).isFalse();
    }

    @Test
    void theOriginalContextAtTheTopWins() throws IOException {
        String inside = "'rope_scaling': {'rope_type': 'longrope', 'short_factor': [1, 1, 1], 'long_factor': [2, 2, 2],"
                + " 'original_max_position_embeddings': 16}";
        Rope.Longer own = rope(Architecture.LLAMA, "{" + inside + "}").longer();
        Rope.Longer top = rope(Architecture.LLAMA, "{'original_max_position_embeddings': 8, " + inside + "}")
                .longer();
        assertThat(own.beyond()).isEqualTo(16);
        assertThat(top.beyond()).isEqualTo(8);
    }

    @Test
    void aBaseThatGrowsIsMadeForLongerSequences() throws IOException {
        DecoderConfig config = read(Architecture.LLAMA, "{'rope_scaling': {'rope_type': 'dynamic', 'factor': 2.5}}");
        assertThat(config.contextLength()).isEqualTo(160);
        Rope rope = config.ropes().get(0);
        assertThat(rope.frequencies(64)).isEqualTo(Rope.powers(1000, 6));
        // θ (2.5 · 96/64 - 1.5)^(6/4)
        assertThat(rope.frequencies(96)).isEqualTo(Rope.powers(1000 * Math.pow(2.25, 1.5), 6));
    }

    private Rope rope(Architecture architecture, String settings) throws IOException {
        return read(architecture, settings).ropes().get(0);
    }

    private DecoderConfig read(Architecture architecture, String settings) throws IOException {
        ObjectNode config = TinyFolders.config(architecture);
        ObjectNode more = (ObjectNode) JSON.readTree(settings.replace('\'', '"'));
        return read(config.setAll(more));
    }

    private DecoderConfig read(ObjectNode config) throws IOException {
        return ModelFolder.config(TinyFolders.write(scratch, config));
    }

    private void refused(ObjectNode config, String sentence) {
        assertThatThrownBy(() -> read(config))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(scratch.resolve("config.json").toString())
                .hasMessageContaining(sentence);
    }
}
