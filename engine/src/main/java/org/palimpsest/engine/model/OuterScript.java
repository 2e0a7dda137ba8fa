package org.palimpsest.engine.model;

import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/** Puts the TorchScript of what stands before and after a decoder's layers together: embedding, final norm and head. */
final class OuterScript {
    private static final TorchSource SOURCE = TorchSource.of(OuterScript.class, "decoder.torch");

    private OuterScript() {}

    /** The head: logits of hidden states. */
    static TorchFunction logits(DecoderConfig config, Products products, boolean stepwise) {
        boolean bias = config.architecture() == Architecture.PHI && !config.tiedEmbeddings();
        String tail = config.logitSoftcap() > 0 ? "logits.softcap" : "logits.tail";
        return products.compile(
                SOURCE.section(bias ? "logits.bias" : "logits", Map.of()) + "\n"
                        + products.script("x", "h", "weight", false, bias ? "bias" : "None")
                        + SOURCE.section(tail, Map.of("cap", config.logitSoftcap())) + "\n",
                stepwise);
    }

    /** A function that is a section of its own. */
    static TorchFunction whole(String section, Map<String, ?> values) {
        return SOURCE.function(section, values);
    }

    static TorchFunction finalNorm(DecoderConfig config) {
        Map<String, ?> values = Map.of(
                "in",
                "x",
                "out",
                "y",
                "width",
                config.hiddenSize(),
                "weight",
                "w[0]",
                "bias",
                "w[1]",
                "epsilon",
                config.normEpsilon());
        return TorchFunction.compile(
                SOURCE.section("final-norm", Map.of()) + "\n" + SOURCE.section(normSection(config), values) + "\n"
                        + SOURCE.section("final-norm.tail", Map.of()) + "\n");
    }

    static String normSection(DecoderConfig config) {
        return switch (config.architecture().norm) {
            case RMS -> "norm.rms";
            case RMS_PLUS_ONE -> "norm.rms-plus-one";
            case LAYER -> "norm.layer";
        };
    }
}
