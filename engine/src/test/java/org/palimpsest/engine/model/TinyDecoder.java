package org.palimpsest.engine.model;

import java.util.List;

/** Shapes of decoders small enough to check by hand. */
public final class TinyDecoder {
    /** Two layers, width 16, 24 value vectors a layer, untied. */
    public static final DecoderConfig LLAMA = llama(41, 64, false);

    /** The same sizes in the architecture that stores its matrices inputs first. */
    public static final DecoderConfig GPT2 = new DecoderConfig(
            Architecture.GPT2,
            Dimensions.of(41, 16, 2, 2, 2, 24, 64),
            new BlockForm(Architecture.Norm.LAYER, 1e-5, Architecture.Residual.SEQUENTIAL, true, "gelu_tanh", true),
            new AttentionForm(
                    true,
                    true,
                    AttentionForm.HeadNorm.NONE,
                    0,
                    0,
                    List.of(new LayerForm(0, 1 / Math.sqrt(8), -1), new LayerForm(0, 1 / Math.sqrt(8), -1))),
            Scales.NONE,
            List.of(),
            -1,
            true);

    private TinyDecoder() {}

    /** The same with another vocabulary and context. */
    public static DecoderConfig llama(int vocabulary, int context, boolean tied) {
        return DecoderConfig.llama(Dimensions.of(vocabulary, 16, 2, 2, 1, 24, context), tied);
    }
}
