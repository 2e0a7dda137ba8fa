package org.palimpsest.engine.model;

import static org.palimpsest.engine.model.ConfigKey.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys of {@code config.json} an architecture has, under what names and with what defaults. They are those of the Python
 * reference library, version 5.17, which writes and reads such files: a key that an architecture does not have is ignored as it is
 * there, and a key that is left out has the architecture's own default and not another's.
 */
final class ConfigKeys {
    /**
     * A key of an architecture.
     *
     * @param names what it is called in the file; without a name the architecture always has the default
     * @param standard its value when it is left out, or null for none
     * @param nullable whether null says that there is none, and not the default
     */
    record Key(List<String> names, Object standard, boolean nullable) {}

    /**
     * A key that an architecture has and this program does not.
     *
     * @param harmless values in JSON that change nothing
     * @param meaning what any other value asks for
     */
    record Foreign(String name, Set<String> harmless, String meaning) {}

    private static final List<Foreign> NOWHERE = List.of(
            new Foreign("is_causal", Set.of("true", "null"), "positions that see what comes after them"),
            new Foreign("is_encoder_decoder", Set.of("false", "null"), "an encoder beside the decoder"),
            new Foreign("per_layer_config", Set.of("null"), "layers of different sizes"));
    private static final Foreign BIDIRECTIONAL = new Foreign(
            "use_bidirectional_attention", Set.of("false", "null"), "positions that see what comes after them");
    private static final Foreign CROSS_ATTENTION =
            new Foreign("add_cross_attention", Set.of("false", "null"), "attention to an encoder");

    private static final Map<Architecture, ConfigKeys> TABLES = tables();

    private final Map<ConfigKey, Key> keys = new EnumMap<>(ConfigKey.class);
    private final List<Foreign> refused = new ArrayList<>(NOWHERE);

    private ConfigKeys() {}

    static ConfigKeys of(Architecture architecture) {
        return TABLES.get(architecture);
    }

    Optional<Key> key(ConfigKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    Map<ConfigKey, Key> keys() {
        return Collections.unmodifiableMap(keys);
    }

    List<Foreign> refused() {
        return List.copyOf(refused);
    }

    /** Names that change what another architecture computes, and nothing of this one. */
    Set<String> foreign() {
        Set<String> names = new TreeSet<>();
        TABLES.values().forEach(table -> names.addAll(table.names()));
        names.removeAll(names());
        names.remove("pad_token_id");
        return names;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        keys.values().forEach(key -> names.addAll(key.names()));
        return names;
    }

    private ConfigKeys with(ConfigKey key, String name, Object standard) {
        keys.put(key, new Key(List.of(name), standard, false));
        return this;
    }

    private ConfigKeys either(ConfigKey key, String name, String other, Object standard) {
        keys.put(key, new Key(List.of(name, other), standard, false));
        return this;
    }

    /** A key of which null says "none". */
    private ConfigKeys orNone(ConfigKey key, String name, Object standard) {
        keys.put(key, new Key(List.of(name), standard, true));
        return this;
    }

    /** What the architecture always is, whatever its file says. */
    private ConfigKeys always(ConfigKey key, Object value) {
        keys.put(key, new Key(List.of(), value, false));
        return this;
    }

    private ConfigKeys refusing(Foreign key) {
        refused.add(key);
        return this;
    }

    private static Map<Architecture, ConfigKeys> tables() {
        Map<Architecture, ConfigKeys> tables = new EnumMap<>(Architecture.class);
        for (Architecture architecture : Architecture.values()) {
            tables.put(
                    architecture,
                    switch (architecture) {
                        case LLAMA ->
                            rotating(32000, 4096, 11008, 32, 32, null, 2048)
                                    .with(EPSILON, "rms_norm_eps", 1e-6)
                                    .with(ATTENTION_BIAS, "attention_bias", false)
                                    .with(FEED_FORWARD_BIAS, "mlp_bias", false);
                        case MISTRAL ->
                            rotating(32000, 4096, 14336, 32, 32, 8, 131_072)
                                    .with(EPSILON, "rms_norm_eps", 1e-6)
                                    .orNone(WINDOW, "sliding_window", 4096);
                        case QWEN2 ->
                            windowedFrom(rotating(151_936, 4096, 22016, 32, 32, 32, 32768), 4096)
                                    .always(ATTENTION_BIAS, true)
                                    .always(OUTPUT_BIAS, false);
                        case QWEN3 ->
                            windowedFrom(rotating(151_936, 4096, 22016, 32, 32, 32, 32768), 4096)
                                    .with(HEAD_SIZE, "head_dim", 128)
                                    .with(ATTENTION_BIAS, "attention_bias", false);
                        case SMOLLM3 ->
                            rotating(128_256, 2048, 11008, 36, 16, 4, 32768)
                                    .with(EPSILON, "rms_norm_eps", 1e-6)
                                    .with(ATTENTION_BIAS, "attention_bias", false)
                                    .with(FEED_FORWARD_BIAS, "mlp_bias", false)
                                    .with(USE_WINDOW, "use_sliding_window", false)
                                    .orNone(WINDOW, "sliding_window", null)
                                    .orNone(LAYER_TYPES, "layer_types", null)
                                    .orNone(ROTATED_LAYERS, "no_rope_layers", null)
                                    .with(UNROTATED_INTERVAL, "no_rope_layer_interval", 4)
                                    .with(THETA, "rope_theta", 2_000_000.0)
                                    .with(TIED, "tie_word_embeddings", true)
                                    .orNone(PADDING, "pad_token_id", 128_004);
                        case GRANITE ->
                            rotating(32000, 4096, 11008, 32, 32, null, 2048)
                                    .with(EPSILON, "rms_norm_eps", 1e-6)
                                    .with(ATTENTION_BIAS, "attention_bias", false)
                                    .with(FEED_FORWARD_BIAS, "mlp_bias", false)
                                    .with(EMBEDDING_SCALE, "embedding_multiplier", 1.0)
                                    .with(RESIDUAL_SCALE, "residual_multiplier", 1.0)
                                    .with(ATTENTION_SCALE, "attention_multiplier", 1.0)
                                    .with(LOGIT_DIVISOR, "logits_scaling", 1.0);
                        case OLMO ->
                            rotating(50304, 4096, 11008, 32, 32, null, 2048)
                                    .always(EPSILON, 1e-5)
                                    .with(ATTENTION_BIAS, "attention_bias", false)
                                    .orNone(CLIP, "clip_qkv", null)
                                    .orNone(PADDING, "pad_token_id", 1);
                        case OLMO2 ->
                            rotating(50304, 4096, 11008, 32, 32, null, 2048)
                                    .with(EPSILON, "rms_norm_eps", 1e-5)
                                    .with(ATTENTION_BIAS, "attention_bias", false)
                                    .orNone(PADDING, "pad_token_id", 1);
                        case STABLELM ->
                            rotating(50304, 2560, 6912, 32, 32, 32, 4096)
                                    .with(EPSILON, "layer_norm_eps", 1e-5)
                                    .with(ATTENTION_BIAS, "use_qkv_bias", false)
                                    .always(OUTPUT_BIAS, false)
                                    .with(HEAD_NORM, "qk_layernorm", false)
                                    .with(PARALLEL, "use_parallel_residual", false)
                                    .with(ROTATED_SHARE, "partial_rotary_factor", 0.25);
                        case PHI3 ->
                            rotating(32064, 3072, 8192, 32, 32, null, 4096)
                                    .with(EPSILON, "rms_norm_eps", 1e-5)
                                    .orNone(WINDOW, "sliding_window", null)
                                    .with(ROTATED_SHARE, "partial_rotary_factor", 1.0)
                                    .with(ORIGINAL_CONTEXT, "original_max_position_embeddings", 4096)
                                    .orNone(PADDING, "pad_token_id", 32000);
                        case GEMMA ->
                            gemma(rotating(256_000, 3072, 24576, 28, 16, 16, 8192))
                                    .with(ACTIVATION, "hidden_act", "gelu_pytorch_tanh");
                        case GEMMA2 ->
                            gemma(rotating(256_000, 2304, 9216, 26, 8, 4, 8192))
                                    .with(ACTIVATION, "hidden_activation", "gelu_pytorch_tanh")
                                    .with(QUERY_SCALAR, "query_pre_attn_scalar", 256.0)
                                    .orNone(WINDOW, "sliding_window", 4096)
                                    .orNone(LAYER_TYPES, "layer_types", null)
                                    .orNone(ATTENTION_SOFTCAP, "attn_logit_softcapping", 50.0)
                                    .orNone(LOGIT_SOFTCAP, "final_logit_softcapping", 30.0);
                        case GEMMA3 ->
                            gemma(rotating(262_208, 2304, 9216, 26, 8, 4, 131_072))
                                    .with(ACTIVATION, "hidden_activation", "gelu_pytorch_tanh")
                                    .with(QUERY_SCALAR, "query_pre_attn_scalar", 256.0)
                                    .orNone(WINDOW, "sliding_window", 4096)
                                    .orNone(LAYER_TYPES, "layer_types", null)
                                    .with(WINDOW_PATTERN, "sliding_window_pattern", 6)
                                    .with(THETA, "rope_theta", 1_000_000.0)
                                    .with(THETA_WINDOWED, "rope_local_base_freq", 10_000.0)
                                    .always(ORIGINAL_CONTEXT, null)
                                    .orNone(LOGIT_SOFTCAP, "final_logit_softcapping", null);
                        case PHI ->
                            rotating(51200, 2048, 8192, 24, 32, null, 2048)
                                    .with(ACTIVATION, "hidden_act", "gelu_new")
                                    .with(EPSILON, "layer_norm_eps", 1e-5)
                                    .always(ATTENTION_BIAS, true)
                                    .always(FEED_FORWARD_BIAS, true)
                                    .with(HEAD_NORM, "qk_layernorm", false)
                                    .with(ROTATED_SHARE, "partial_rotary_factor", 0.5);
                        case GPT_NEOX ->
                            rotating(50432, 6144, 24576, 44, 64, null, 2048)
                                    .always(KEY_VALUE_HEADS, null)
                                    .with(ACTIVATION, "hidden_act", "gelu")
                                    .with(EPSILON, "layer_norm_eps", 1e-5)
                                    .with(ATTENTION_BIAS, "attention_bias", true)
                                    .always(FEED_FORWARD_BIAS, true)
                                    .with(PARALLEL, "use_parallel_residual", true)
                                    .with(THETA, "rotary_emb_base", 10_000.0)
                                    .with(ROTATED_SHARE, "rotary_pct", 0.25)
                                    .always(PADDING, null);
                        case GPT2 ->
                            numbered(sized(50257, 768, null, 12, 12, 1024))
                                    .with(TIED, "tie_word_embeddings", true)
                                    .always(ATTENTION_BIAS, true)
                                    .always(FEED_FORWARD_BIAS, true)
                                    .with(SCALED, "scale_attn_weights", true)
                                    .with(SCALED_BY_LAYER, "scale_attn_by_inverse_layer_idx", false)
                                    .refusing(CROSS_ATTENTION);
                        case GPTJ ->
                            numbered(sized(50400, 4096, null, 28, 16, 2048))
                                    .always(FEED_FORWARD_BIAS, true)
                                    .with(ROTATED, "rotary_dim", 64);
                        case GPT_NEO ->
                            sized(50257, 2048, null, 24, 16, 2048)
                                    .either(LAYERS, "num_layers", "num_hidden_layers", 24)
                                    .either(HEADS, "num_heads", "num_attention_heads", 16)
                                    .with(ACTIVATION, "activation_function", "gelu_new")
                                    .with(EPSILON, "layer_norm_epsilon", 1e-5)
                                    .with(TIED, "tie_word_embeddings", true)
                                    .always(ATTENTION_BIAS, false)
                                    .always(OUTPUT_BIAS, true)
                                    .always(FEED_FORWARD_BIAS, true)
                                    .always(SCALED, false)
                                    .with(WINDOW, "window_size", 256)
                                    .orNone(GLOBAL_OR_LOCAL, "attention_layers", null)
                                    .orNone(GLOBAL_OR_LOCAL_REPEATED, "attention_types", null);
                        case OPT ->
                            sized(50272, 768, 3072, 12, 12, 2048)
                                    .with(INTERMEDIATE, "ffn_dim", 3072)
                                    .orNone(EMBEDDING, "word_embed_proj_dim", null)
                                    .with(ACTIVATION, "activation_function", "relu")
                                    .always(EPSILON, 1e-5)
                                    .with(TIED, "tie_word_embeddings", true)
                                    .with(ATTENTION_BIAS, "enable_bias", true)
                                    .with(FEED_FORWARD_BIAS, "enable_bias", true)
                                    .with(NORM_FIRST, "do_layer_norm_before", true)
                                    .with(NO_FINAL_NORM, "_remove_final_layer_norm", false)
                                    .with(NORM_WEIGHTS, "layer_norm_elementwise_affine", true)
                                    .orNone(PADDING, "pad_token_id", 1);
                    });
        }
        return tables;
    }

    /** Keys that all have. */
    private static ConfigKeys sized(
            int vocabulary, int hidden, Integer intermediate, int layers, int heads, int context) {
        return new ConfigKeys()
                .with(VOCABULARY, "vocab_size", vocabulary)
                .with(HIDDEN, "hidden_size", hidden)
                .orNone(INTERMEDIATE, "intermediate_size", intermediate)
                .with(LAYERS, "num_hidden_layers", layers)
                .with(HEADS, "num_attention_heads", heads)
                .with(CONTEXT, "max_position_embeddings", context)
                .with(TIED, "tie_word_embeddings", false);
    }

    /** Decoders that rotate; they leave out the gradient of the padding token's embedding. */
    private static ConfigKeys rotating(
            int vocabulary, int hidden, int intermediate, int layers, int heads, Integer keyValueHeads, int context) {
        return sized(vocabulary, hidden, intermediate, layers, heads, context)
                .with(INTERMEDIATE, "intermediate_size", intermediate)
                .orNone(KEY_VALUE_HEADS, "num_key_value_heads", keyValueHeads)
                .orNone(HEAD_SIZE, "head_dim", null)
                .with(ACTIVATION, "hidden_act", "silu")
                .with(THETA, "rope_theta", 10_000.0)
                .orNone(ROTATED_SHARE, "partial_rotary_factor", null)
                .orNone(ORIGINAL_CONTEXT, "original_max_position_embeddings", null)
                .orNone(PADDING, "pad_token_id", null);
    }

    /** Qwen's windows. */
    private static ConfigKeys windowedFrom(ConfigKeys keys, int window) {
        return keys.with(EPSILON, "rms_norm_eps", 1e-6)
                .with(USE_WINDOW, "use_sliding_window", false)
                .orNone(WINDOW, "sliding_window", window)
                .with(FIRST_WINDOWED, "max_window_layers", 28)
                .orNone(LAYER_TYPES, "layer_types", null);
    }

    private static ConfigKeys gemma(ConfigKeys keys) {
        return keys.with(EPSILON, "rms_norm_eps", 1e-6)
                .with(HEAD_SIZE, "head_dim", 256)
                .with(ATTENTION_BIAS, "attention_bias", false)
                .with(TIED, "tie_word_embeddings", true)
                .orNone(PADDING, "pad_token_id", 0)
                .refusing(BIDIRECTIONAL);
    }

    /** The names of GPT-2's first configurations; the usual ones mean the same. */
    private static ConfigKeys numbered(ConfigKeys keys) {
        Object hidden = keys.keys.get(HIDDEN).standard();
        Object layers = keys.keys.get(LAYERS).standard();
        Object heads = keys.keys.get(HEADS).standard();
        Object context = keys.keys.get(CONTEXT).standard();
        return keys.either(HIDDEN, "n_embd", "hidden_size", hidden)
                .either(LAYERS, "n_layer", "num_hidden_layers", layers)
                .either(HEADS, "n_head", "num_attention_heads", heads)
                .either(CONTEXT, "n_positions", "max_position_embeddings", context)
                .orNone(INTERMEDIATE, "n_inner", null)
                .with(ACTIVATION, "activation_function", "gelu_new")
                .with(EPSILON, "layer_norm_epsilon", 1e-5);
    }
}
