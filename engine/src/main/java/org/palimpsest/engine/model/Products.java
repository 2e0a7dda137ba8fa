package org.palimpsest.engine.model;

import ai.djl.Device;
import java.util.Map;
import org.palimpsest.engine.tensor.Processor;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/** Which library multiplies activations with weights. The results differ in their last bits. */
public enum Products {
    /** The one that libtorch takes by itself: MKL on a CPU, cuBLAS on a GPU. */
    LIBTORCH,
    /** oneDNN, for batches large enough. */
    ONEDNN;

    private static final TorchSource SOURCE = TorchSource.of(Products.class, "decoder.torch");

    /** The faster one of a device; the same at every start of the program on a machine. */
    public static Products of(Device device) {
        return device.isGpu() || !Processor.here().favoursOneDnn() ? LIBTORCH : ONEDNN;
    }

    /** x wᵀ of x [rows, in] and w [out, in] as a function of its own, [rows, out]. */
    public TorchFunction function() {
        return compile(
                SOURCE.section("logits", Map.of("more", "")) + "\n" + script("x", "h", "weight", false, "None")
                        + SOURCE.section("logits.tail", Map.of()) + "\n",
                false);
    }

    /**
     * The lines that set {@code out} to the product of {@code in} and a weight.
     *
     * @param transposed whether the weight is [in, out] and not [out, in]
     */
    String script(String in, String out, String weight, boolean transposed, String bias) {
        String section = (this == ONEDNN ? "linear.product" : "linear") + (transposed ? ".transposed" : "");
        return SOURCE.section(section, Map.of("in", in, "out", out, "weight", weight, "bias", bias)) + "\n";
    }

    /**
     * A function whose script has such lines.
     *
     * @param stepwise whether one token after the other is computed, and not whole sequences
     */
    TorchFunction compile(String script, boolean stepwise) {
        return TorchFunction.compile((this == ONEDNN ? method(stepwise) : "") + script);
    }

    private static String method(boolean stepwise) {
        String way = stepwise ? "product.stepwise." : "product.whole.";
        Map<String, ?> parts = Map.of(
                "when",
                SOURCE.section(way + "when", Map.of()).strip(),
                "few",
                SOURCE.section(way + "few", Map.of()).stripTrailing());
        return SOURCE.section("product", parts) + "\n";
    }
}
