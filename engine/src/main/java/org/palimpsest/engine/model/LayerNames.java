package org.palimpsest.engine.model;

/** What architectures call the parts of a layer, and of the model around the layers, in their checkpoints. */
final class LayerNames {
    private LayerNames() {}

    static String attentionNorm(DecoderConfig config) {
        return config.architecture() == Architecture.GPT2 ? "ln_1" : "input_layernorm";
    }

    static String feedForwardNorm(DecoderConfig config) {
        return config.architecture() == Architecture.GPT2 ? "ln_2" : "post_attention_layernorm";
    }

    static String fusedProjection(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "attn.c_attn";
            case GPT_NEOX -> "attention.query_key_value";
            default -> "self_attn.qkv_proj";
        };
    }

    static String attentionOutput(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "attn.c_proj";
            case GPT_NEOX -> "attention.dense";
            case PHI -> "self_attn.dense";
            default -> "self_attn.o_proj";
        };
    }

    static String feedForwardIn(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "mlp.c_fc";
            case GPT_NEOX -> "mlp.dense_h_to_4h";
            default -> "mlp.fc1";
        };
    }

    /** The down projection: the matrix whose columns are the value vectors that the feed-forward block writes. */
    static String feedForwardOut(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "mlp.c_proj";
            case GPT_NEOX -> "mlp.dense_4h_to_h";
            case PHI -> "mlp.fc2";
            default -> "mlp.down_proj";
        };
    }

    static String layer(DecoderConfig config, int index) {
        return switch (config.architecture()) {
            case GPT2 -> "transformer.h." + index + ".";
            case GPT_NEOX -> "gpt_neox.layers." + index + ".";
            default -> "model.layers." + index + ".";
        };
    }

    static String embedding(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "transformer.wte.weight";
            case GPT_NEOX -> "gpt_neox.embed_in.weight";
            default -> "model.embed_tokens.weight";
        };
    }

    /** The learned position table of GPT-2. */
    static String positions() {
        return "transformer.wpe.weight";
    }

    static String finalNorm(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "transformer.ln_f";
            case GPT_NEOX -> "gpt_neox.final_layer_norm";
            case PHI -> "model.final_layernorm";
            default -> "model.norm";
        };
    }

    static String head(DecoderConfig config) {
        return config.architecture() == Architecture.GPT_NEOX ? "embed_out" : "lm_head";
    }
}
