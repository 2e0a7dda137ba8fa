package org.palimpsest.engine.evaluate;

/**
 * Overlap of a generated text with a reference text; each in [0, 1], higher when more is said.
 *
 * @param precision share of the generated tokens that match
 * @param recall share of the reference's tokens that match
 */
public record RougeScore(double precision, double recall) {

    /** From counts; all 0 when a text has no token. */
    static RougeScore of(int matches, int referenceTokens, int generatedTokens) {
        if (referenceTokens == 0 || generatedTokens == 0) {
            return new RougeScore(0, 0);
        }
        return new RougeScore((double) matches / generatedTokens, (double) matches / referenceTokens);
    }

    /** Harmonic mean of precision and recall; 0 when both are. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
