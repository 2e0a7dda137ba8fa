package org.palimpsest.engine.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.palimpsest.engine.tensor.TorchFunction;

/** The compiled functions of one decoder shape for one kind of device. They hold no weights, so models of the same shape share them for the life of the program. */
final class DecoderFunctions {
    private static final Map<Key, DecoderFunctions> CACHE = new ConcurrentHashMap<>();

    private record Key(DecoderConfig config, Products products) {}

    /** The uses of the one layer that need text of their own. */
    private enum Use {
        CAUSAL,
        MASKED,
        CACHED
    }

    private final DecoderConfig config;
    private final Products products;
    private final Map<Use, TorchFunction> layers = new ConcurrentHashMap<>();
    final TorchFunction embed;
    final TorchFunction finalNorm;
    final TorchFunction cachedRows;
    final TorchFunction logits;
    final TorchFunction stepLogits;

    private DecoderFunctions(DecoderConfig config, Products products) {
        this.config = config;
        this.products = products;
        boolean scaled = config.embeddingScale() != 1;
        embed = OuterScript.whole(
                config.rope() == null ? "embed.positions" : scaled ? "embed.scaled" : "embed",
                Map.of("scale", config.embeddingScale(), "pad", config.paddingId()));
        cachedRows = OuterScript.whole("cached-rows", Map.of("times", config.queriesPerKey()));
        finalNorm = OuterScript.finalNorm(config);
        logits = OuterScript.logits(config, products, false);
        stepLogits = OuterScript.logits(config, products, true);
    }

    static DecoderFunctions of(DecoderConfig config, Products products) {
        return CACHE.computeIfAbsent(
                new Key(config, products), key -> new DecoderFunctions(key.config(), key.products()));
    }

    /** The layer over whole sequences, without padding to hide or windows to keep. */
    TorchFunction causal() {
        return layers.computeIfAbsent(Use.CAUSAL, use -> LayerScript.function(config, products, false, false));
    }

    TorchFunction masked() {
        return layers.computeIfAbsent(Use.MASKED, use -> LayerScript.function(config, products, true, false));
    }

    /** The layer over one further position of every row. */
    TorchFunction cached() {
        return layers.computeIfAbsent(Use.CACHED, use -> LayerScript.function(config, products, true, true));
    }
}
