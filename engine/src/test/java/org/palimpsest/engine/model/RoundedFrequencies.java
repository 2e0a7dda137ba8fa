package org.palimpsest.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.tensor.Torch;

/**
 * A model as it is in the Python reference library after it has been cast to bfloat16 and back: the cast rounds not only
 * the weights but also the rotary frequencies, which a model loaded from a folder has exact. Numbers recorded of a model
 * that was still in memory after training are of this kind.
 */
public final class RoundedFrequencies {
    private RoundedFrequencies() {}

    /** A copy that differs in nothing else. */
    public static DecoderModel of(DecoderModel model) {
        NDManager home = Torch.newScope(model.device());
        Map<String, NDArray> weights = new LinkedHashMap<>();
        model.parameters().forEach((name, array) -> {
            NDArray copy = array.duplicate();
            copy.attach(home);
            weights.put(name, copy);
        });
        List<Rope> rounded = model.config().ropes().stream()
                .map(rope -> new Rope(
                        rope.frequencies().stream()
                                .map(RoundedFrequencies::toBfloat16)
                                .toList(),
                        rope.magnitude(),
                        rope.interleaved(),
                        rope.longer()))
                .toList();
        return new DecoderModel(model.config().withRopes(rounded), home, weights);
    }

    /** The nearest number with eight significant bits, ties to even. */
    private static double toBfloat16(double value) {
        int bits = Float.floatToRawIntBits((float) value);
        int even = (bits >>> 16) & 1;
        return Float.intBitsToFloat((bits + 0x7fff + even) & 0xffff0000);
    }
}
