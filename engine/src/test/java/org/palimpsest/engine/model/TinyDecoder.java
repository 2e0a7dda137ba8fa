package org.palimpsest.engine.model;

import java.util.List;

/** Shapes of decoders small enough to check by hand. */
public final class TinyDecoder {
    /** Two layers, width 16, 24 value vectors a layer, untied. */
    public static final DecoderConfig LLAMA = llama(41, 64, false);

    /** The same sizes in the architecture that stores its matrices inputs first. */
    public static final DecoderConfig GPT2 = new DecoderConfig(
            Architecture.GPT2,
            41,
            16,
            2,
            2,
            2,
            8,
            24,
            64,
            1e-5,
            "gelu_tanh",
            true,
            true,
            true,
            1 / Math.sqrt(8),
            0,
            0,
            List.of(0, 0),
            null,
            1,
            -1,
            true);

    private TinyDecoder() {}

    /** The same with another vocabulary and context. */
    public static DecoderConfig llama(int vocabulary, int context, boolean tied) {
        return new DecoderConfig(
                Architecture.LLAMA,
                vocabulary,
                16,
                2,
                2,
                1,
                8,
                24,
                context,
                1e-6,
                "silu",
                false,
                false,
                true,
                1 / Math.sqrt(8),
                0,
                0,
                List.of(0, 0),
                Rope.of(10000, 8, null),
                1,
                -1,
                tied);
    }
}
