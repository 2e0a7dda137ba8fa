package org.palimpsest.engine.model;

import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/** Puts the TorchScript of what stands before and after a decoder's layers together: embedding, final norm and head. */
final class OuterScript {
    private static final TorchSource SOURCE = TorchSource.of(OuterScript.class, "decoder.torch");

    private OuterScript() {}

    /**
     * The embedding: token ids [B, T] and the table; then what widens the table's rows where they are of another width than the
     * layers, [D, width]; then positions [rows, T] and their table where positions are learned.
     */
    static TorchFunction embed(DecoderConfig config) {
        boolean projected = config.dimensions().projected();
        boolean placed = config.learnedPositions();
        String more = (projected ? ", widen: Tensor" : "") + (placed ? ", positions: Tensor, places: Tensor" : "");
        double scale = config.scales().embedding();
        return TorchFunction.compile(section("embed", Map.of("more", more, "pad", config.paddingId()))
                + (projected ? section("embed.widen", Map.of()) : "")
                + (scale == 1 ? "" : section("embed.scale", Map.of("scale", scale)))
                + (placed ? section("embed.positions", Map.of()) : "")
                + section("embed.tail", Map.of()));
    }

    /**
     * The head, logits of hidden states: x and the table; then the bias where there is one; then what narrows the states to the
     * table's width where it is another than the layers', [width, D].
     */
    static TorchFunction logits(DecoderConfig config, Products products, boolean stepwise) {
        boolean bias = config.architecture().headBias();
        boolean projected = config.dimensions().projected();
        String more = (bias ? ", bias: Tensor" : "") + (projected ? ", narrow: Tensor" : "");
        double divisor = config.scales().logitDivisor();
        double cap = config.scales().logitSoftcap();
        return products.compile(
                section("logits", Map.of("more", more))
                        + (projected ? products.script("x", "x", "narrow", false, "None") : "")
                        + products.script("x", "h", "weight", false, bias ? "bias" : "None")
                        + (divisor == 1 ? "" : section("logits.divided", Map.of("divisor", divisor)))
                        + (cap > 0 ? section("logits.softcap", Map.of("cap", cap)) : "")
                        + section("logits.tail", Map.of()),
                stepwise);
    }

    /** A function that is a section of its own. */
    static TorchFunction whole(String section, Map<String, ?> values) {
        return SOURCE.function(section, values);
    }

    /** The norm behind the layers, of x and its weights; of x alone where the norm has none. */
    static TorchFunction finalNorm(DecoderConfig config) {
        boolean plain = config.block().norm() == Architecture.Norm.LAYER_PLAIN;
        return TorchFunction.compile(section("final-norm", Map.of("more", plain ? "" : ", w: List[Tensor]"))
                + norm(config, "x", "y", config.hiddenSize(), "w[0]", "w[1]")
                + "\n"
                + section("final-norm.tail", Map.of()));
    }

    /** The lines that set {@code out} to the norm of {@code in} over its last dimension. */
    static String norm(DecoderConfig config, String in, String out, int width, String weight, String bias) {
        String section =
                switch (config.block().norm()) {
                    case RMS -> "norm.rms";
                    case RMS_PLUS_ONE -> "norm.rms-plus-one";
                    case LAYER -> "norm.layer";
                    case LAYER_PLAIN -> "norm.layer-plain";
                };
        double epsilon = config.block().epsilon();
        return SOURCE.section(
                section,
                Map.of("in", in, "out", out, "width", width, "weight", weight, "bias", bias, "epsilon", epsilon));
    }

    private static String section(String name, Map<String, ?> values) {
        return SOURCE.section(name, values) + "\n";
    }
}
