package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/**
 * Puts the TorchScript of one decoder layer together from the sections its architecture uses, and lists the weights it takes in
 * the order the script counts them.
 */
final class LayerScript {
    private static final TorchSource SOURCE = TorchSource.of(LayerScript.class, "decoder.torch");

    private final DecoderConfig config;
    private final LayerForm form;
    private final Products products;
    private final boolean masked;
    private final boolean cached;
    private final StringBuilder script = new StringBuilder();
    private final Map<String, Shape> weights = new LinkedHashMap<>();

    private LayerScript(DecoderConfig config, LayerForm form, Products products, boolean masked, boolean cached) {
        this.config = config;
        this.form = form;
        this.products = products;
        this.masked = masked || config.attention().softcap() > 0;
        this.cached = cached;
        write();
    }

    /**
     * A layer's function: x [B, T, D], weights, cos and sin [1 or B, 1, T, r/2], then {@code mask} [1 or B, 1, T, S] (0 or -∞) if
     * {@code masked} or the scores are capped, then if {@code cached} keys [B, K, d, room], values [B, K, room, d], into which the new
     * ones are written, and the rows of them to look at. It returns y, the feed-forward's input and output [B, T, D], the new keys
     * and values [B, K, T, d], and what the down projection gets [B, T, F].
     */
    static TorchFunction function(
            DecoderConfig config, LayerForm form, Products products, boolean masked, boolean cached) {
        return products.compile(new LayerScript(config, form, products, masked, cached).script.toString(), cached);
    }

    /** A layer's weights, by their names within the layer, in the order of the script; all layers have the same. */
    static Map<String, Shape> weights(DecoderConfig config) {
        return new LayerScript(config, config.layer(0), Products.LIBTORCH, false, false).weights;
    }

    /** The weights' names in order, as a list. */
    static List<String> names(DecoderConfig config) {
        return new ArrayList<>(weights(config).keySet());
    }

    /** The same of the layer that goes by cached keys and values, where matrices with the same input are one: see {@link JoinedWeights}. */
    static List<String> stepNames(DecoderConfig config) {
        return new ArrayList<>(
                new LayerScript(config, config.layer(0), Products.LIBTORCH, true, true).weights.keySet());
    }

    private void write() {
        say(
                "head",
                Map.of(
                        "more",
                        (masked ? ", mask: Tensor" : "")
                                + (cached ? ", keys: Tensor, values: Tensor, rows: List[Tensor]" : "")));
        String attentionNorm = LayerNames.attentionNorm(config);
        String feedForwardNorm = LayerNames.feedForwardNorm(config);
        switch (config.block().residual()) {
            case SEQUENTIAL -> {
                norm("x", "a", attentionNorm);
                attention("a", "attn");
                addBlock("x", "attn", "h");
                norm("h", "mlpIn", feedForwardNorm);
                feedForward("mlpIn", "mlpOut");
                addBlock("h", "mlpOut", "y");
            }
            case SANDWICH -> {
                norm("x", "a", attentionNorm);
                attention("a", "attn0");
                norm("attn0", "attn", "post_attention_layernorm");
                addBlock("x", "attn", "h");
                norm("h", "mlpIn", feedForwardNorm);
                feedForward("mlpIn", "mlpOut0");
                norm("mlpOut0", "mlpOut", "post_feedforward_layernorm");
                addBlock("h", "mlpOut", "y");
            }
            case NORM_BEHIND -> {
                attention("x", "attn0");
                norm("attn0", "attn", attentionNorm);
                addBlock("x", "attn", "h");
                script.append("  mlpIn = h\n");
                feedForward("mlpIn", "mlpOut0");
                norm("mlpOut0", "mlpOut", feedForwardNorm);
                addBlock("h", "mlpOut", "y");
            }
            case NORM_OF_SUM -> {
                attention("x", "attn");
                addBlock("x", "attn", "sum");
                norm("sum", "mlpIn", attentionNorm);
                feedForward("mlpIn", "mlpOut");
                addBlock("mlpIn", "mlpOut", "sum2");
                norm("sum2", "y", feedForwardNorm);
            }
            case PARALLEL, PARALLEL_ONE_NORM -> {
                norm("x", "a", attentionNorm);
                attention("a", "attn");
                if (config.block().residual() == Architecture.Residual.PARALLEL_ONE_NORM) {
                    script.append("  mlpIn = a\n");
                } else {
                    norm("x", "mlpIn", feedForwardNorm);
                }
                feedForward("mlpIn", "mlpOut");
                add("attn", "mlpOut", "both_");
                addBlock("x", "both_", "y");
            }
        }
        say("tail", Map.of());
    }

    private void attention(String in, String out) {
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        int width = config.hiddenSize();
        boolean bias = config.attention().bias();
        switch (config.architecture().projection) {
            case SEPARATE -> {
                List<String> parts = IntStream.range(0, 3)
                        .mapToObj(i -> LayerNames.projection(config, "qkv".substring(i, i + 1)))
                        .toList();
                if (cached) {
                    linear(in, "qkv", JoinedWeights.name(parts), queries + 2 * keys, width, bias);
                    say("split-fused", Map.of("queries", queries, "keys", keys));
                } else {
                    linear(in, "q0", parts.get(0), queries, width, bias);
                    linear(in, "k0", parts.get(1), keys, width, bias);
                    linear(in, "v0", parts.get(2), keys, width, bias);
                }
                splitHeads(queries, keys);
            }
            case FUSED -> {
                linear(in, "qkv", LayerNames.fusedProjection(config), queries + 2 * keys, width, bias);
                say("split-fused", Map.of("queries", queries, "keys", keys));
                splitHeads(queries, keys);
            }
            case FUSED_BY_HEAD -> {
                linear(in, "qkv", LayerNames.fusedProjection(config), 3 * queries, width, bias);
                say("split-by-head", Map.of("heads", config.heads(), "d", config.headSize()));
            }
        }
        headNorm("q", config.heads());
        headNorm("k", config.keyValueHeads());
        if (form.rotated()) {
            rotate("q");
            rotate("k");
        }
        if (cached) {
            attendToCache();
        } else {
            attend();
        }
        say("join-heads", Map.of("width", queries));
        boolean outBias = config.attention().outputBias();
        linear("joined", out, LayerNames.attentionOutput(config), width, queries, outBias);
    }

    private void splitHeads(int queries, int keys) {
        if (config.attention().headNorm() == AttentionForm.HeadNorm.WHOLE) {
            normOf("q0", "q0", LayerNames.headNorm(config, "q"), queries);
            normOf("k0", "k0", LayerNames.headNorm(config, "k"), keys);
        }
        if (config.attention().clip() > 0) {
            for (String x : List.of("q0", "k0", "v0")) {
                say("clip", Map.of("x", x, "bound", config.attention().clip()));
            }
        }
        say("split-heads", Map.of("out", "q", "in", "q0", "heads", config.heads(), "d", config.headSize()));
        say("split-heads", Map.of("out", "k", "in", "k0", "heads", config.keyValueHeads(), "d", config.headSize()));
        say("split-heads", Map.of("out", "v", "in", "v0", "heads", config.keyValueHeads(), "d", config.headSize()));
    }

    private void headNorm(String x, int heads) {
        String name = LayerNames.headNorm(config, x);
        switch (config.attention().headNorm()) {
            case NONE, WHOLE -> {}
            case SHARED -> normOf(x, x, name, config.headSize());
            case EACH -> {
                String gains = IntStream.range(0, heads)
                        .mapToObj(head -> weight(name + ".norms." + head + ".weight", config.headSize()))
                        .collect(Collectors.joining(", "));
                double epsilon = config.block().epsilon();
                say("norm.each", Map.of("x", x, "width", config.headSize(), "gains", gains, "epsilon", epsilon));
            }
        }
    }

    private void attend() {
        int times = config.queriesPerKey();
        double softcap = config.attention().softcap();
        say(times > 1 ? "repeat" : "no-repeat", Map.of("times", times));
        String attend = softcap > 0 ? "softcap" : masked ? "masked" : "causal";
        say("attend." + attend, Map.of("scale", form.scale(), "cap", softcap));
    }

    private void attendToCache() {
        say("cache", Map.of());
        say("attend.cached", Map.of("heads", config.heads(), "scale", form.scale()));
        if (config.attention().softcap() > 0) {
            say("attend.cached.softcap", Map.of("cap", config.attention().softcap()));
        }
        say("attend.cached.sum", Map.of("heads", config.heads(), "d", config.headSize()));
    }

    private void rotate(String x) {
        Rope rope = config.ropes().get(form.rotation());
        int rotated = 2 * rope.pairs();
        int rest = config.headSize() - rotated;
        String way = (rope.interleaved() ? ".interleaved" : "") + (rest == 0 ? "" : ".partial");
        say("rotate" + way, Map.of("x", x, "half", rope.pairs(), "rotated", rotated, "rest", rest));
    }

    private void feedForward(String in, String out) {
        int width = config.hiddenSize();
        int inner = config.intermediateSize();
        boolean bias = config.block().bias();
        Architecture.FeedForward stored = config.architecture().feedForward;
        List<String> parts = List.of("mlp.gate_proj", "mlp.up_proj");
        if (stored == Architecture.FeedForward.PLAIN) {
            linear(in, "wide", LayerNames.feedForwardIn(config), inner, width, bias);
            activate("wide", "inner");
        } else {
            if (stored == Architecture.FeedForward.GATED && !cached) {
                linear(in, "gate", parts.get(0), inner, width, bias);
                linear(in, "up", parts.get(1), inner, width, bias);
            } else {
                boolean fused = stored == Architecture.FeedForward.GATED_FUSED;
                String name = fused ? "mlp.gate_up_proj" : JoinedWeights.name(parts);
                linear(in, "both", name, 2 * inner, width, bias);
                say("gate-fused", Map.of());
            }
            activate("gate", "active");
            say("multiply", Map.of());
        }
        linear("inner", out, LayerNames.feedForwardOut(config), width, inner, bias);
    }

    private void activate(String in, String out) {
        say("activation." + config.activation(), Map.of("in", in, "out", out));
    }

    private void add(String a, String b, String out) {
        say("add", Map.of("a", a, "b", b, "out", out));
    }

    /** Adds what a block computed to the residual stream. */
    private void addBlock(String a, String b, String out) {
        double scale = config.scales().residual();
        if (scale == 1) {
            add(a, b, out);
        } else {
            say("add.scaled", Map.of("a", a, "b", b, "out", out, "scale", scale));
        }
    }

    private void norm(String in, String out, String name) {
        normOf(in, out, name, config.hiddenSize());
    }

    private void normOf(String in, String out, String name, int width) {
        Architecture.Norm norm = config.block().norm();
        String weight = norm == Architecture.Norm.LAYER_PLAIN ? "" : weight(name + ".weight", width);
        String bias = norm == Architecture.Norm.LAYER ? weight(name + ".bias", width) : "";
        script.append(OuterScript.norm(config, in, out, width, weight, bias)).append('\n');
    }

    private void linear(String in, String out, String name, int to, int from, boolean bias) {
        boolean transposed = config.architecture().transposed();
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
}
