package org.palimpsest.engine.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.palimpsest.engine.model.Architecture;

/**
 * What the reference library's configuration classes (transformers 5) say of keys other than sizes: which an architecture has, and
 * what holds when a folder leaves one out. Written down from that library, not from this project's own table.
 */
final class KnownKeys {
    /** Default of each key, as JSON. Sizes have none: a folder without them fits by accident at best. */
    private static final Map<Architecture, Map<String, String>> DEFAULTS = Map.of(
            Architecture.LLAMA,
            Map.of(
                    "rms_norm_eps",
                    "1e-6",
                    "hidden_act",
                    "\"silu\"",
                    "rope_theta",
                    "10000.0",
                    "rope_scaling",
                    "null",
                    "attention_bias",
                    "false",
                    "mlp_bias",
                    "false",
                    "tie_word_embeddings",
                    "false"),
            Architecture.MISTRAL,
            Map.of(
                    "rms_norm_eps",
                    "1e-6",
                    "hidden_act",
                    "\"silu\"",
                    "rope_theta",
                    "10000.0",
                    "rope_scaling",
                    "null",
                    "sliding_window",
                    "4096",
                    "tie_word_embeddings",
                    "false"),
            Architecture.QWEN2,
            Map.of(
                    "rms_norm_eps",
                    "1e-6",
                    "hidden_act",
                    "\"silu\"",
                    "rope_theta",
                    "10000.0",
                    "rope_scaling",
                    "null",
                    "use_sliding_window",
                    "false",
                    "tie_word_embeddings",
                    "false"),
            Architecture.QWEN3,
            Map.of(
                    "rms_norm_eps",
                    "1e-6",
                    "hidden_act",
                    "\"silu\"",
                    "rope_theta",
                    "10000.0",
                    "rope_scaling",
                    "null",
                    "use_sliding_window",
                    "false",
                    "attention_bias",
                    "false",
                    "tie_word_embeddings",
                    "false"),
            Architecture.PHI3,
            Map.of(
                    "rms_norm_eps",
                    "1e-5",
                    "hidden_act",
                    "\"silu\"",
                    "rope_theta",
                    "10000.0",
                    "rope_scaling",
                    "null",
                    "sliding_window",
                    "null",
                    "tie_word_embeddings",
                    "false"),
            Architecture.GEMMA2,
            Map.of(
                    "rms_norm_eps",
                    "1e-6",
                    "hidden_activation",
                    "\"gelu_pytorch_tanh\"",
                    "rope_theta",
                    "10000.0",
                    "query_pre_attn_scalar",
                    "256",
                    "sliding_window",
                    "4096",
                    "attn_logit_softcapping",
                    "50.0",
                    "final_logit_softcapping",
                    "30.0",
                    "attention_bias",
                    "false",
                    "tie_word_embeddings",
                    "true"),
            Architecture.PHI,
            Map.of(
                    "layer_norm_eps",
                    "1e-5",
                    "hidden_act",
                    "\"gelu_new\"",
                    "rope_theta",
                    "10000.0",
                    "partial_rotary_factor",
                    "0.5",
                    "qk_layernorm",
                    "false",
                    "tie_word_embeddings",
                    "false"),
            Architecture.GPT_NEOX,
            Map.of(
                    "layer_norm_eps",
                    "1e-5",
                    "hidden_act",
                    "\"gelu\"",
                    "rotary_pct",
                    "0.25",
                    "rotary_emb_base",
                    "10000",
                    "use_parallel_residual",
                    "true",
                    "attention_bias",
                    "true",
                    "tie_word_embeddings",
                    "false"),
            Architecture.GPT2,
            Map.of(
                    "layer_norm_epsilon",
                    "1e-5",
                    "activation_function",
                    "\"gelu_new\"",
                    "scale_attn_weights",
                    "true",
                    "scale_attn_by_inverse_layer_idx",
                    "false",
                    "tie_word_embeddings",
                    "true"));

    /** Values under which a key changes the logits of an architecture that has it. */
    private static final Map<String, String> EFFECTIVE = new TreeMap<>(Map.ofEntries(
            Map.entry("attention_bias", "true"),
            Map.entry("mlp_bias", "true"),
            Map.entry("sliding_window", "3"),
            Map.entry("attn_logit_softcapping", "0.5"),
            Map.entry("final_logit_softcapping", "0.5"),
            Map.entry("query_pre_attn_scalar", "3"),
            Map.entry("scale_attn_weights", "false"),
            Map.entry("scale_attn_by_inverse_layer_idx", "true"),
            Map.entry("qk_layernorm", "true"),
            Map.entry("rms_norm_eps", "0.5"),
            Map.entry("layer_norm_eps", "0.5"),
            Map.entry("layer_norm_epsilon", "0.5"),
            Map.entry("use_parallel_residual", "false"),
            Map.entry("hidden_activation", "\"relu\""),
            Map.entry("activation_function", "\"relu\""),
            Map.entry("n_inner", "7"),
            Map.entry("n_layer", "1"),
            Map.entry("rotary_emb_base", "50"),
            Map.entry("logit_scale", "0.5"),
            Map.entry("logits_scaling", "4.0"),
            Map.entry("residual_multiplier", "0.2"),
            Map.entry("embedding_multiplier", "3.0"),
            Map.entry("attention_multiplier", "0.1"),
            Map.entry("clip_qkv", "0.1"),
            Map.entry("no_rope_layers", "[0, 0]")));

    /** Foreign to one architecture by another of its own names, or known in ways that no table of this size can tell. */
    private static final Map<Architecture, Set<String>> UNCERTAIN = Map.of(
            Architecture.GPT2, Set.of("n_inner", "n_layer"),
            Architecture.QWEN2, Set.of("sliding_window"),
            Architecture.QWEN3, Set.of("sliding_window"),
            // Gemma 2 reads the name of the activation under either key.
            Architecture.GEMMA2, Set.of("hidden_act"));

    private KnownKeys() {}

    static List<Architecture> architectures() {
        return DEFAULTS.keySet().stream().sorted().toList();
    }

    /** Keys of an architecture with their defaults. */
    static Map<String, String> defaults(Architecture architecture) {
        return new TreeMap<>(DEFAULTS.get(architecture));
    }

    /** Keys that mean nothing to an architecture, with values that would change much. */
    static Map<String, String> foreign(Architecture architecture) {
        Map<String, String> foreign = new TreeMap<>(EFFECTIVE);
        foreign.keySet().removeAll(DEFAULTS.get(architecture).keySet());
        foreign.keySet().removeAll(UNCERTAIN.getOrDefault(architecture, Set.of()));
        return foreign;
    }
}
