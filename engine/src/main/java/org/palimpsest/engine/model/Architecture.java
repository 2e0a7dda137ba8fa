package org.palimpsest.engine.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decoder architectures that can be opened, by the names that {@code config.json} uses, and in what they differ whatever their
 * configuration says. What a configuration decides stands in {@link ConfigKeys}, what parts are called in {@link LayerNames}.
 */
public enum Architecture {
    LLAMA("llama", "LlamaForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    MISTRAL("mistral", "MistralForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    QWEN2("qwen2", "Qwen2ForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    QWEN3("qwen3", "Qwen3ForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    SMOLLM3("smollm3", "SmolLM3ForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    GRANITE("granite", "GraniteForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    OLMO("olmo", "OlmoForCausalLM", Norm.LAYER_PLAIN, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    OLMO2("olmo2", "Olmo2ForCausalLM", Norm.RMS, Residual.NORM_BEHIND, Projection.SEPARATE, FeedForward.GATED),
    STABLELM(
            "stablelm", "StableLmForCausalLM", Norm.LAYER, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    PHI3("phi3", "Phi3ForCausalLM", Norm.RMS, Residual.SEQUENTIAL, Projection.FUSED, FeedForward.GATED_FUSED),
    GEMMA("gemma", "GemmaForCausalLM", Norm.RMS_PLUS_ONE, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.GATED),
    GEMMA2("gemma2", "Gemma2ForCausalLM", Norm.RMS_PLUS_ONE, Residual.SANDWICH, Projection.SEPARATE, FeedForward.GATED),
    GEMMA3(
            "gemma3_text",
            "Gemma3ForCausalLM",
            Norm.RMS_PLUS_ONE,
            Residual.SANDWICH,
            Projection.SEPARATE,
            FeedForward.GATED),
    PHI("phi", "PhiForCausalLM", Norm.LAYER, Residual.PARALLEL_ONE_NORM, Projection.SEPARATE, FeedForward.PLAIN),
    GPT_NEOX(
            "gpt_neox",
            "GPTNeoXForCausalLM",
            Norm.LAYER,
            Residual.PARALLEL,
            Projection.FUSED_BY_HEAD,
            FeedForward.PLAIN),
    GPT2("gpt2", "GPT2LMHeadModel", Norm.LAYER, Residual.SEQUENTIAL, Projection.FUSED, FeedForward.PLAIN),
    GPTJ("gptj", "GPTJForCausalLM", Norm.LAYER, Residual.PARALLEL_ONE_NORM, Projection.SEPARATE, FeedForward.PLAIN),
    GPT_NEO("gpt_neo", "GPTNeoForCausalLM", Norm.LAYER, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.PLAIN),
    OPT("opt", "OPTForCausalLM", Norm.LAYER, Residual.SEQUENTIAL, Projection.SEPARATE, FeedForward.PLAIN);

    /** How activations are normalised. */
    enum Norm {
        RMS,
        /** Root mean square with gain 1 + weight. */
        RMS_PLUS_ONE,
        LAYER,
        /** Mean and deviation alone: no gain, no shift, no weights. */
        LAYER_PLAIN
    }

    /** How attention and feed-forward join the residual stream. */
    enum Residual {
        /** x + attention(norm x), then + feed-forward(norm of that). */
        SEQUENTIAL,
        /** As sequential, with a further norm behind each block. */
        SANDWICH,
        /** x + norm(attention x), then + norm(feed-forward of that). */
        NORM_BEHIND,
        /** norm(x + attention x), then norm(that + feed-forward of that). */
        NORM_OF_SUM,
        /** x + attention(norm₁ x) + feed-forward(norm₂ x). */
        PARALLEL,
        /** As parallel, with one norm for both. */
        PARALLEL_ONE_NORM
    }

    /** How query, key and value weights are stored. */
    enum Projection {
        SEPARATE,
        /** One matrix: all queries, all keys, all values. */
        FUSED,
        /** One matrix: query, key and value of the first head, then of the second, ... */
        FUSED_BY_HEAD
    }

    /** The form of the feed-forward block. */
    enum FeedForward {
        /** down(act(gate x) · up x). */
        GATED,
        /** As gated, gate and up stored as one matrix. */
        GATED_FUSED,
        /** out(act(in x)). */
        PLAIN
    }

    private final String modelType;
    private final String className;
    final Norm norm;
    final Residual residual;
    final Projection projection;
    final FeedForward feedForward;

    Architecture(
            String modelType,
            String className,
            Norm norm,
            Residual residual,
            Projection projection,
            FeedForward feedForward) {
        this.modelType = modelType;
        this.className = className;
        this.norm = norm;
        this.residual = residual;
        this.projection = projection;
        this.feedForward = feedForward;
    }

    /** The value of {@code model_type} in {@code config.json}. */
    public String modelType() {
        return modelType;
    }

    /** The entry of {@code architectures} in {@code config.json}. */
    public String className() {
        return className;
    }

    /** Whether matrices are stored [in, out] and not [out, in]. */
    boolean transposed() {
        return this == GPT2;
    }

    /** Whether the head adds a bias to the logits. */
    boolean headBias() {
        return this == PHI || this == GPTJ;
    }

    /** Whether positions are a learned table and not rotations. */
    boolean learnedPositions() {
        return this == GPT2 || this == GPT_NEO || this == OPT;
    }

    /** Rows of the position table before that of the first position. */
    int positionOffset() {
        return this == OPT ? 2 : 0;
    }

    static Optional<Architecture> of(String modelType) {
        return Arrays.stream(values())
                .filter(a -> a.modelType.equals(modelType))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(Architecture::modelType).collect(Collectors.joining(", "));
    }
}
