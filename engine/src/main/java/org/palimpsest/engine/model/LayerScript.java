package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/**
 * Puts the TorchScript of one decoder layer together from the sections its architecture uses, and lists the weights it takes in
 * the order the script counts them.
 */
final class LayerScript {
    private static final TorchSource SOURCE = TorchSource.of(LayerScript.class, "decoder.torch");

    private final DecoderConfig config;
    private final Products products;
    private final boolean masked;
    private final boolean cached;
    private final StringBuilder script = new StringBuilder();
    private final Map<String, Shape> weights = new LinkedHashMap<>();

    private LayerScript(DecoderConfig config, Products products, boolean masked, boolean cached) {
        this.config = config;
        this.products = products;
        this.masked = masked || config.attentionSoftcap() > 0;
        this.cached = cached;
        write();
    }

    /**
     * A layer's function: x [B, T, D], weights, cos and sin [1 or B, 1, T, r/2], then {@code mask} [1 or B, 1, T, S] (0 or -∞) if
     * {@code masked} or the scores are capped, then if {@code cached} keys [B, K, d, room], values [B, K, room, d], into which the new
     * ones are written, and the rows of them to look at. It returns y, the feed-forward's input and output [B, T, D], the new keys
     * and values [B, K, T, d], and what the down projection gets [B, T, F].
     */
    static TorchFunction function(DecoderConfig config, Products products, boolean masked, boolean cached) {
        return products.compile(new LayerScript(config, products, masked, cached).script.toString(), cached);
    }

    /** A layer's weights, by their names within the layer, in the order of the script. */
    static Map<String, Shape> weights(DecoderConfig config) {
        return new LayerScript(config, Products.LIBTORCH, false, false).weights;
    }

    private void write() {
        say(
                "head",
                Map.of(
                        "more",
                        (masked ? ", mask: Tensor" : "")
                                + (cached ? ", keys: Tensor, values: Tensor, rows: List[Tensor]" : "")));
        switch (config.residual()) {
            case SEQUENTIAL -> {
                norm("x", "a", LayerNames.attentionNorm(config));
                attention("a", "attn");
                add("x", "attn", "h");
                norm("h", "mlpIn", LayerNames.feedForwardNorm(config));
                feedForward("mlpIn", "mlpOut");
                add("h", "mlpOut", "y");
            }
            case SANDWICH -> {
                norm("x", "a", "input_layernorm");
                attention("a", "attn0");
                norm("attn0", "attn", "post_attention_layernorm");
                add("x", "attn", "h");
                norm("h", "mlpIn", "pre_feedforward_layernorm");
                feedForward("mlpIn", "mlpOut0");
                norm("mlpOut0", "mlpOut", "post_feedforward_layernorm");
                add("h", "mlpOut", "y");
            }
            case PARALLEL, PARALLEL_ONE_NORM -> {
                boolean oneNorm = config.residual() == Architecture.Residual.PARALLEL_ONE_NORM;
                norm("x", "a", LayerNames.attentionNorm(config));
                attention("a", "attn");
                if (oneNorm) {
                    script.append("  mlpIn = a\n");
                } else {
                    norm("x", "mlpIn", LayerNames.feedForwardNorm(config));
                }
                feedForward("mlpIn", "mlpOut");
                add("attn", "mlpOut", "both_");
                add("x", "both_", "y");
            }
        }
        say("tail", Map.of());
    }

    private void attention(String in, String out) {
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        boolean bias = config.attentionBias();
        switch (projection()) {
            case SEPARATE -> {
                linear(in, "q0", "self_attn.q_proj", queries, config.hiddenSize(), bias);
                linear(in, "k0", "self_attn.k_proj", keys, config.hiddenSize(), bias);
                linear(in, "v0", "self_attn.v_proj", keys, config.hiddenSize(), bias);
                splitHeads();
            }
            case FUSED -> {
                linear(in, "qkv", LayerNames.fusedProjection(config), queries + 2 * keys, config.hiddenSize(), bias);
                say("split-fused", Map.of("queries", queries, "keys", keys));
                splitHeads();
            }
            case FUSED_BY_HEAD -> {
                linear(in, "qkv", LayerNames.fusedProjection(config), 3 * queries, config.hiddenSize(), bias);
                say("split-by-head", Map.of("heads", config.heads(), "d", config.headSize()));
            }
        }
        if (config.architecture() == Architecture.QWEN3) {
            normOf("q", "q", "self_attn.q_norm", config.headSize());
            normOf("k", "k", "self_attn.k_norm", config.headSize());
        }
        if (config.rope() != null) {
            rotate("q");
            rotate("k");
        }
        if (cached) {
            attendToCache();
        } else {
            attend();
        }
        say("join-heads", Map.of("width", queries));
        boolean outBias = bias && config.architecture() != Architecture.QWEN2;
        linear("joined", out, LayerNames.attentionOutput(config), config.hiddenSize(), queries, outBias);
    }

    private void attend() {
        int times = config.queriesPerKey();
        say(times > 1 ? "repeat" : "no-repeat", Map.of("times", times));
        String attend = config.attentionSoftcap() > 0 ? "softcap" : masked ? "masked" : "causal";
        say("attend." + attend, Map.of("scale", config.attentionScale(), "cap", config.attentionSoftcap()));
    }

    private void attendToCache() {
        say("cache", Map.of());
        say("attend.cached", Map.of("heads", config.heads(), "scale", config.attentionScale()));
        if (config.attentionSoftcap() > 0) {
            say("attend.cached.softcap", Map.of("cap", config.attentionSoftcap()));
        }
        say("attend.cached.sum", Map.of("heads", config.heads(), "d", config.headSize()));
    }

    private void splitHeads() {
        say("split-heads", Map.of("out", "q", "in", "q0", "heads", config.heads(), "d", config.headSize()));
        say("split-heads", Map.of("out", "k", "in", "k0", "heads", config.keyValueHeads(), "d", config.headSize()));
        say("split-heads", Map.of("out", "v", "in", "v0", "heads", config.keyValueHeads(), "d", config.headSize()));
    }

    private void rotate(String x) {
        int rotated = 2 * config.rope().pairs();
        int rest = config.headSize() - rotated;
        say(rest == 0 ? "rotate" : "rotate.partial", Map.of("x", x, "half", rotated / 2, "rest", rest));
    }

    private void feedForward(String in, String out) {
        int width = config.hiddenSize();
        int inner = config.intermediateSize();
        boolean bias = config.feedForwardBias();
        switch (feedForward()) {
            case GATED -> {
                linear(in, "gate", "mlp.gate_proj", inner, width, bias);
                linear(in, "up", "mlp.up_proj", inner, width, bias);
                activate("gate", "active");
                say("multiply", Map.of());
            }
            case GATED_FUSED -> {
                linear(in, "both", "mlp.gate_up_proj", 2 * inner, width, bias);
                say("gate-fused", Map.of());
                activate("gate", "active");
                say("multiply", Map.of());
            }
            case PLAIN -> {
                linear(in, "wide", LayerNames.feedForwardIn(config), inner, width, bias);
                activate("wide", "inner");
            }
        }
        linear("inner", out, LayerNames.feedForwardOut(config), width, inner, bias);
    }

    private void activate(String in, String out) {
        say("activation." + config.activation(), Map.of("in", in, "out", out));
    }

    private void add(String a, String b, String out) {
        say("add", Map.of("a", a, "b", b, "out", out));
    }

    private void norm(String in, String out, String name) {
        normOf(in, out, name, config.hiddenSize());
    }

    private void normOf(String in, String out, String name, int width) {
        String weight = weight(name + ".weight", width);
        String bias = config.architecture().norm == Architecture.Norm.LAYER ? weight(name + ".bias", width) : "";
        say(
                OuterScript.normSection(config),
                Map.of(
                        "in",
                        in,
                        "out",
                        out,
                        "width",
                        width,
                        "weight",
                        weight,
                        "bias",
                        bias,
                        "epsilon",
                        config.normEpsilon()));
    }

    private void linear(String in, String out, String name, int to, int from, boolean bias) {
        boolean transposed = config.architecture() == Architecture.GPT2;
        String weight = transposed ? weight(name + ".weight", from, to) : weight(name + ".weight", to, from);
        String biasWeight = bias ? weight(name + ".bias", to) : "None";
        script.append(products.script(in, out, weight, transposed, biasWeight));
    }

    private String weight(String name, long... shape) {
        weights.put(name, new Shape(shape));
        return "w[" + (weights.size() - 1) + "]";
    }

    private void say(String section, Map<String, ?> values) {
        script.append(SOURCE.section(section, values)).append('\n');
    }

    /** The weights' names in order, as a list. */
    static List<String> names(DecoderConfig config) {
        return new ArrayList<>(weights(config).keySet());
    }

    /** The same of the layer that goes by cached keys and values, where matrices with the same input are one: see {@link JoinedWeights}. */
    static List<String> stepNames(DecoderConfig config) {
        return new ArrayList<>(new LayerScript(config, Products.LIBTORCH, true, true).weights.keySet());
    }

    private Architecture.Projection projection() {
        Architecture.Projection stored = config.architecture().projection;
        return cached && stored == Architecture.Projection.SEPARATE ? Architecture.Projection.FUSED : stored;
    }

    private Architecture.FeedForward feedForward() {
        Architecture.FeedForward stored = config.architecture().feedForward;
        return cached && stored == Architecture.FeedForward.GATED ? Architecture.FeedForward.GATED_FUSED : stored;
    }
}
