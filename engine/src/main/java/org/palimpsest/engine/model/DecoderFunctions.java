package org.palimpsest.engine.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.palimpsest.engine.tensor.TorchFunction;

/** The compiled functions of one decoder shape. They hold no weights, so models of the same shape share them for the life of the program. */
final class DecoderFunctions {
    private static final Map<DecoderConfig, DecoderFunctions> CACHE = new ConcurrentHashMap<>();

    /** The uses of the one layer that need text of their own. */
    private enum Use {
        CAUSAL,
        MASKED,
        CACHED
    }

    private final DecoderConfig config;
    private final Map<Use, TorchFunction> layers = new ConcurrentHashMap<>();
    final TorchFunction embed;
    final TorchFunction finalNorm;
    final TorchFunction logits;

    private DecoderFunctions(DecoderConfig config) {
        this.config = config;
        boolean scaled = config.embeddingScale() != 1;
        embed = LayerScript.outer(
                config.rope() == null ? "embed.positions" : scaled ? "embed.scaled" : "embed",
                Map.of("scale", config.embeddingScale(), "pad", config.paddingId()));
        finalNorm = LayerScript.finalNorm(config);
        boolean bias = config.architecture() == Architecture.PHI && !config.tiedEmbeddings();
        logits = LayerScript.outer(
                bias ? "logits.bias" : config.logitSoftcap() > 0 ? "logits.softcap" : "logits",
                Map.of("cap", config.logitSoftcap()));
    }

    static DecoderFunctions of(DecoderConfig config) {
        return CACHE.computeIfAbsent(config, DecoderFunctions::new);
    }

    /** The layer over whole sequences, without padding to hide or windows to keep. */
    TorchFunction causal() {
        return layers.computeIfAbsent(Use.CAUSAL, use -> LayerScript.function(config, false, false));
    }

    TorchFunction masked() {
        return layers.computeIfAbsent(Use.MASKED, use -> LayerScript.function(config, true, false));
    }

    TorchFunction cached() {
        return layers.computeIfAbsent(Use.CACHED, use -> LayerScript.function(config, true, true));
    }
}
