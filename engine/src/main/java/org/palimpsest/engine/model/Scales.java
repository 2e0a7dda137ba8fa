package org.palimpsest.engine.model;

/**
 * Constant factors of a decoder's pass.
 *
 * @param embedding factor of the token embeddings
 * @param residual factor of what a block adds to the residual stream
 * @param logitDivisor what the logits are divided by
 * @param logitSoftcap logits z then become cap·tanh(z/cap); 0 for none
 */
record Scales(double embedding, double residual, double logitDivisor, double logitSoftcap) {
    static final Scales NONE = new Scales(1, 1, 1, 0);
}
