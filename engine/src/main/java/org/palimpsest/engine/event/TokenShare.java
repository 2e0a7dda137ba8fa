package org.palimpsest.engine.event;

/**
 * Probability of one token as the next one, under the three models; NaN where a model is absent.
 *
 * @param id the token's number in the vocabulary
 * @param text the token, decoded
 */
public record TokenShare(int id, String text, double target, double unlearned, double reference) {}
