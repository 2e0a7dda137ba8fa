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

    /** Layers differ in their text where their attention does; windows are masks, and no text. */
    private record Text(Use use, LayerForm form) {}

    private final DecoderConfig config;
    private final Products products;
    private final Map<Text, TorchFunction> layers = new ConcurrentHashMap<>();
    final TorchFunction embed;
    final TorchFunction finalNorm;
    final TorchFunction cachedRows;
    final TorchFunction logits;
    final TorchFunction stepLogits;

    private DecoderFunctions(DecoderConfig config, Products products) {
        this.config = config;
        this.products = products;
        embed = OuterScript.embed(config);
        cachedRows = OuterScript.whole("cached-rows", Map.of("times", config.queriesPerKey()));
        finalNorm = OuterScript.finalNorm(config);
        logits = OuterScript.logits(config, products, false);
        stepLogits = OuterScript.logits(config, products, true);
    }

    static DecoderFunctions of(DecoderConfig config, Products products) {
        return CACHE.computeIfAbsent(
                new Key(config, products), key -> new DecoderFunctions(key.config(), key.products()));
    }

    /** A layer over whole sequences, without padding to hide or windows to keep. */
    TorchFunction causal(int layer) {
        return function(Use.CAUSAL, layer);
    }

    TorchFunction masked(int layer) {
        return function(Use.MASKED, layer);
    }

    /** A layer over one further position of every row. */
    TorchFunction cached(int layer) {
        return function(Use.CACHED, layer);
    }

    private TorchFunction function(Use use, int layer) {
        LayerForm form = config.layer(layer);
        LayerForm text = new LayerForm(0, form.scale(), form.rotation());
        return layers.computeIfAbsent(
                new Text(use, text),
                key -> LayerScript.function(config, text, products, use != Use.CAUSAL, use == Use.CACHED));
    }
}
