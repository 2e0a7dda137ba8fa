package org.palimpsest.engine.model;

/** What architectures call the parts of a layer, and of the model around the layers, in their checkpoints. */
final class LayerNames {
    private LayerNames() {}

    /** The norm before attention; behind it where norms stand behind. */
    static String attentionNorm(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPTJ, GPT_NEO -> "ln_1";
            case OPT -> "self_attn_layer_norm";
            case OLMO2 -> "post_attention_layernorm";
            default -> "input_layernorm";
        };
    }

    /** The norm before the feed-forward block; behind it where norms stand behind. */
    static String feedForwardNorm(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPT_NEO -> "ln_2";
            case OPT -> "final_layer_norm";
            case OLMO2 -> "post_feedforward_layernorm";
            case GEMMA2, GEMMA3 -> "pre_feedforward_layernorm";
            default -> "post_attention_layernorm";
        };
    }

    /** A matrix of attention: {@code q}, {@code k} or {@code v}. */
    static String projection(DecoderConfig config, String part) {
        return attention(config) + part + "_proj";
    }

    static String fusedProjection(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "attn.c_attn";
            case GPT_NEOX -> "attention.query_key_value";
            default -> "self_attn.qkv_proj";
        };
    }

    /** The norm of queries or keys: {@code q} or {@code k}. */
    static String headNorm(DecoderConfig config, String part) {
        return switch (config.architecture()) {
            case PHI, STABLELM -> "self_attn." + part + "_layernorm";
            default -> "self_attn." + part + "_norm";
        };
    }

    static String attentionOutput(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2 -> "attn.c_proj";
            case GPT_NEOX -> "attention.dense";
            case PHI -> "self_attn.dense";
            case GPTJ, GPT_NEO, OPT -> attention(config) + "out_proj";
            default -> "self_attn.o_proj";
        };
    }

    private static String attention(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPTJ -> "attn.";
            case GPT_NEO -> "attn.attention.";
            default -> "self_attn.";
        };
    }

    static String feedForwardIn(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPT_NEO -> "mlp.c_fc";
            case GPTJ -> "mlp.fc_in";
            case GPT_NEOX -> "mlp.dense_h_to_4h";
            case OPT -> "fc1";
            default -> "mlp.fc1";
        };
    }

    /** The down projection: the matrix whose columns are the value vectors that the feed-forward block writes. */
    static String feedForwardOut(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPT_NEO -> "mlp.c_proj";
            case GPTJ -> "mlp.fc_out";
            case GPT_NEOX -> "mlp.dense_4h_to_h";
            case OPT -> "fc2";
            case PHI -> "mlp.fc2";
            default -> "mlp.down_proj";
        };
    }

    /** What the names of all but the head begin with. */
    static String inner(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPTJ, GPT_NEO -> "transformer.";
            case GPT_NEOX -> "gpt_neox.";
            default -> "model.";
        };
    }

    static String layer(DecoderConfig config, int index) {
        return switch (config.architecture()) {
            case GPT2, GPTJ, GPT_NEO -> "transformer.h." + index + ".";
            case GPT_NEOX -> "gpt_neox.layers." + index + ".";
            case OPT -> "model.decoder.layers." + index + ".";
            default -> "model.layers." + index + ".";
        };
    }

    static String embedding(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPTJ, GPT_NEO -> "transformer.wte.weight";
            case GPT_NEOX -> "gpt_neox.embed_in.weight";
            case OPT -> "model.decoder.embed_tokens.weight";
            default -> "model.embed_tokens.weight";
        };
    }

    /** The learned position table. */
    static String positions(DecoderConfig config) {
        return config.architecture() == Architecture.OPT
                ? "model.decoder.embed_positions.weight"
                : "transformer.wpe.weight";
    }

    /** From the width of the token table to that of the layers. */
    static String projectIn() {
        return "model.decoder.project_in.weight";
    }

    /** From the width of the layers to that of the token table. */
    static String projectOut() {
        return "model.decoder.project_out.weight";
    }

    static String finalNorm(DecoderConfig config) {
        return switch (config.architecture()) {
            case GPT2, GPTJ, GPT_NEO -> "transformer.ln_f";
            case GPT_NEOX -> "gpt_neox.final_layer_norm";
            case OPT -> "model.decoder.final_layer_norm";
            case PHI -> "model.final_layernorm";
            default -> "model.norm";
        };
    }

    static String head(DecoderConfig config) {
        return config.architecture() == Architecture.GPT_NEOX ? "embed_out" : "lm_head";
    }
}
