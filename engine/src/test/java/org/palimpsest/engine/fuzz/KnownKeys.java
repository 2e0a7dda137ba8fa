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
    private static final Map<Architecture, Map<String, String>> DEFAULTS = Map.ofEntries(
            defaults(
                    Architecture.LLAMA,
                    "rms_norm_eps 1e-6 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | attention_bias false | mlp_bias false | tie_word_embeddings false"),
            defaults(
                    Architecture.MISTRAL,
                    "rms_norm_eps 1e-6 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | sliding_window 4096 | tie_word_embeddings false"),
            defaults(
                    Architecture.QWEN2,
                    "rms_norm_eps 1e-6 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | use_sliding_window false | tie_word_embeddings false"),
            defaults(
                    Architecture.QWEN3,
                    "rms_norm_eps 1e-6 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | use_sliding_window false | attention_bias false | tie_word_embeddings false"),
            defaults(
                    Architecture.SMOLLM3,
                    "rms_norm_eps 1e-6 | hidden_act \"silu\" | rope_theta 2000000.0 | rope_scaling null | use_sliding_window false | no_rope_layer_interval 4 | attention_bias false | mlp_bias false | tie_word_embeddings true"),
            defaults(
                    Architecture.GRANITE,
                    "rms_norm_eps 1e-6 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | attention_bias false | mlp_bias false | embedding_multiplier 1.0 | logits_scaling 1.0 | residual_multiplier 1.0 | attention_multiplier 1.0 | tie_word_embeddings false"),
            defaults(
                    Architecture.OLMO,
                    "hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | attention_bias false | clip_qkv null | tie_word_embeddings false"),
            defaults(
                    Architecture.OLMO2,
                    "rms_norm_eps 1e-5 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | attention_bias false | tie_word_embeddings false"),
            defaults(
                    Architecture.STABLELM,
                    "layer_norm_eps 1e-5 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | use_qkv_bias false | qk_layernorm false | use_parallel_residual false | partial_rotary_factor 0.25 | tie_word_embeddings false"),
            defaults(
                    Architecture.PHI3,
                    "rms_norm_eps 1e-5 | hidden_act \"silu\" | rope_theta 10000.0 | rope_scaling null | sliding_window null | tie_word_embeddings false"),
            defaults(
                    Architecture.GEMMA,
                    "rms_norm_eps 1e-6 | rope_theta 10000.0 | rope_scaling null | attention_bias false | tie_word_embeddings true"),
            defaults(
                    Architecture.GEMMA2,
                    "rms_norm_eps 1e-6 | hidden_activation \"gelu_pytorch_tanh\" | rope_theta 10000.0 | query_pre_attn_scalar 256 | sliding_window 4096 | attn_logit_softcapping 50.0 | final_logit_softcapping 30.0 | attention_bias false | tie_word_embeddings true"),
            defaults(
                    Architecture.GEMMA3,
                    "rms_norm_eps 1e-6 | hidden_activation \"gelu_pytorch_tanh\" | rope_theta 1000000.0 | rope_local_base_freq 10000.0 | query_pre_attn_scalar 256 | sliding_window 4096 | attn_logit_softcapping null | final_logit_softcapping null | attention_bias false | tie_word_embeddings true"),
            defaults(
                    Architecture.PHI,
                    "layer_norm_eps 1e-5 | hidden_act \"gelu_new\" | rope_theta 10000.0 | partial_rotary_factor 0.5 | qk_layernorm false | tie_word_embeddings false"),
            defaults(
                    Architecture.GPT_NEOX,
                    "layer_norm_eps 1e-5 | hidden_act \"gelu\" | rotary_pct 0.25 | rotary_emb_base 10000 | use_parallel_residual true | attention_bias true | tie_word_embeddings false"),
            defaults(
                    Architecture.GPT2,
                    "layer_norm_epsilon 1e-5 | activation_function \"gelu_new\" | scale_attn_weights true | scale_attn_by_inverse_layer_idx false | tie_word_embeddings true"),
            defaults(
                    Architecture.GPTJ,
                    "layer_norm_epsilon 1e-5 | activation_function \"gelu_new\" | tie_word_embeddings false"),
            defaults(
                    Architecture.GPT_NEO,
                    "layer_norm_epsilon 1e-5 | activation_function \"gelu_new\" | window_size 256 | tie_word_embeddings true"),
            defaults(
                    Architecture.OPT,
                    "activation_function \"relu\" | do_layer_norm_before true | enable_bias true | layer_norm_elementwise_affine true | tie_word_embeddings true"));

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
            Architecture.SMOLLM3, Set.of("sliding_window", "no_rope_layers"),
            Architecture.GPTJ, Set.of("n_inner", "n_layer"),
            Architecture.GEMMA, Set.of("hidden_activation", "hidden_act"),
            // Gemma 2 reads the name of the activation under either key.
            Architecture.GEMMA2, Set.of("hidden_act"));

    private KnownKeys() {}

    private static Map.Entry<Architecture, Map<String, String>> defaults(Architecture architecture, String keys) {
        Map<String, String> defaults = new TreeMap<>();
        for (String key : keys.split(" \\| ")) {
            defaults.put(key.substring(0, key.indexOf(' ')), key.substring(key.indexOf(' ') + 1));
        }
        return Map.entry(architecture, defaults);
    }

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
