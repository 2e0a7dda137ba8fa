package org.palimpsest.engine.evaluate;

/**
 * Negative log-likelihood of one answer under a model, in nats.
 *
 * @param sum sum over the supervised tokens, the end-of-sequence token among them
 * @param tokens number of supervised tokens; 0 when truncation or re-tokenisation left none
 */
public record AnswerLoss(double sum, int tokens) {

    /** Adds up the losses of the supervised tokens. */
    public static AnswerLoss of(double... tokenLosses) {
        double sum = 0;
        for (double loss : tokenLosses) {
            sum += loss;
        }
        return new AnswerLoss(sum, tokenLosses.length);
    }

    /** Mean loss a token; NaN without a supervised token. */
    public double average() {
        return tokens == 0 ? Double.NaN : sum / tokens;
    }

    /** Length-normalised probability {@code exp(-average)}, in [0, 1]; 0 for an infinite loss, NaN without a supervised token. */
    public double probability() {
        return Math.exp(-average());
    }
}
