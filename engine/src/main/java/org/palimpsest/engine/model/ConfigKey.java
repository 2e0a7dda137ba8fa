package org.palimpsest.engine.model;

/** What a {@code config.json} can say of a decoder. Which architecture has which, under what name and with what default, stands in {@link ConfigKeys}. */
enum ConfigKey {
    VOCABULARY(Kind.SIZE),
    HIDDEN(Kind.SIZE),
    LAYERS(Kind.SIZE),
    HEADS(Kind.SIZE),
    KEY_VALUE_HEADS(Kind.SIZE),
    HEAD_SIZE(Kind.SIZE),
    INTERMEDIATE(Kind.SIZE),
    CONTEXT(Kind.SIZE),
    /** Width of the token table. */
    EMBEDDING(Kind.SIZE),
    ACTIVATION(Kind.NAME),
    EPSILON(Kind.NUMBER),
    /** Biases of the projections to queries, keys and values. */
    ATTENTION_BIAS(Kind.FLAG),
    /** Bias of the projection behind the heads. */
    OUTPUT_BIAS(Kind.FLAG),
    FEED_FORWARD_BIAS(Kind.FLAG),
    /** Whether queries and keys are normalised. */
    HEAD_NORM(Kind.FLAG),
    /** Bound of queries, keys and values. */
    CLIP(Kind.NUMBER),
    PARALLEL(Kind.FLAG),
    /** Whether norms stand before the blocks and not behind the sums. */
    NORM_FIRST(Kind.FLAG),
    NO_FINAL_NORM(Kind.FLAG),
    /** Whether norms have weights. */
    NORM_WEIGHTS(Kind.FLAG),
    /** Scores are divided by its square root. */
    QUERY_SCALAR(Kind.NUMBER),
    /** Scores are multiplied by it. */
    ATTENTION_SCALE(Kind.NUMBER),
    /** Whether scores are divided by the square root of the head's width. */
    SCALED(Kind.FLAG),
    /** Whether scores are divided by the layer's number too. */
    SCALED_BY_LAYER(Kind.FLAG),
    ATTENTION_SOFTCAP(Kind.NUMBER),
    LOGIT_SOFTCAP(Kind.NUMBER),
    EMBEDDING_SCALE(Kind.NUMBER),
    RESIDUAL_SCALE(Kind.NUMBER),
    LOGIT_DIVISOR(Kind.NUMBER),
    WINDOW(Kind.SIZE),
    USE_WINDOW(Kind.FLAG),
    /** The first layer with a window. */
    FIRST_WINDOWED(Kind.COUNT),
    LAYER_TYPES(Kind.LIST),
    /** Every so manieth layer sees everything. */
    WINDOW_PATTERN(Kind.SIZE),
    /** Layers by the words "global" and "local". */
    GLOBAL_OR_LOCAL(Kind.LIST),
    /** The same in a short form: words, and how often they are repeated. */
    GLOBAL_OR_LOCAL_REPEATED(Kind.LIST),
    /** One number a layer, 0 where nothing is rotated. */
    ROTATED_LAYERS(Kind.LIST),
    /** Every so manieth layer rotates nothing. */
    UNROTATED_INTERVAL(Kind.SIZE),
    /** Rotated dimensions of a head. */
    ROTATED(Kind.SIZE),
    /** Share of a head's dimensions that is rotated. */
    ROTATED_SHARE(Kind.NUMBER),
    THETA(Kind.NUMBER),
    /** θ of layers with a window. */
    THETA_WINDOWED(Kind.NUMBER),
    /** Positions that a model was made for before its rotations were stretched. */
    ORIGINAL_CONTEXT(Kind.SIZE),
    TIED(Kind.FLAG),
    PADDING(Kind.ID);

    /** What a key's value must be. */
    enum Kind {
        /** A whole number from 1. */
        SIZE("a positive whole number"),
        /** A whole number from 0. */
        COUNT("a whole number that is not negative"),
        /** Any whole number. */
        ID("a whole number"),
        /** A finite number. */
        NUMBER("a number"),
        FLAG("true or false"),
        NAME("a name in quotes"),
        LIST("a list");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    final Kind kind;

    ConfigKey(Kind kind) {
        this.kind = kind;
    }
}
