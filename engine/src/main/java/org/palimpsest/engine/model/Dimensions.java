package org.palimpsest.engine.model;

/**
 * The sizes of a decoder.
 *
 * @param vocabulary rows of the token table
 * @param embedding width of the token table and of what the head multiplies; that of the layers but for OPT's small tables
 * @param hidden width of the residual stream, D
 * @param keyValueHeads how many heads have keys and values of their own, K; a divisor of {@code heads}
 * @param headSize width of one attention head, d
 * @param intermediate width inside the feed-forward block, F
 * @param context positions that the model is made for
 */
public record Dimensions(
        int vocabulary,
        int embedding,
        int hidden,
        int layers,
        int heads,
        int keyValueHeads,
        int headSize,
        int intermediate,
        int context) {

    /** Sizes with as wide a token table as the layers, and heads that share the width among them. */
    public static Dimensions of(
            int vocabulary, int hidden, int layers, int heads, int keyValueHeads, int intermediate, int context) {
        return new Dimensions(
                vocabulary, hidden, hidden, layers, heads, keyValueHeads, hidden / heads, intermediate, context);
    }

    /** Whether the token table is narrower or wider than the layers, and projections stand between them. */
    boolean projected() {
        return embedding != hidden;
    }
}
