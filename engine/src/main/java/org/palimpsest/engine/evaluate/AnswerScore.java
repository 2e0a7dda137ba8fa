package org.palimpsest.engine.evaluate;

import java.util.Arrays;

/**
 * What a model says of one given answer, the true tokens before each position given to it. The arrays belong to the score
 * and are not to be changed.
 *
 * @param losses negative log-likelihood of each supervised token in nats, {@code [tokens]}
 * @param predicted the likeliest token at each supervised position, {@code [tokens]}
 * @param labels the true tokens, {@code [tokens]}
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record AnswerScore(float[] losses, int[] predicted, int[] labels) {

    /** Number of supervised tokens. */
    public int tokens() {
        return labels.length;
    }

    /** Whether nothing was supervised, so that nothing could be measured. */
    public boolean isEmpty() {
        return labels.length == 0;
    }

    /** Sum, count, average and probability of the answer. */
    public AnswerLoss loss() {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return new AnswerLoss(sum, losses.length);
    }

    /** Number of supervised tokens that are the likeliest at their position. */
    public int hits() {
        int hits = 0;
        for (int t = 0; t < labels.length; t++) {
            if (predicted[t] == labels[t]) {
                hits++;
            }
        }
        return hits;
    }

    /** {@link ExactMemorisation}, the last token left out; null for an answer of fewer than two tokens. */
    public Double exactMemorisation() {
        return isEmpty() ? null : ExactMemorisation.of(withoutLast(predicted), withoutLast(labels));
    }

    /** {@link ExtractionStrength}, the last token left out; null for an empty answer. */
    public Double extractionStrength() {
        return isEmpty() ? null : (Double) ExtractionStrength.of(withoutLast(predicted), withoutLast(labels));
    }

    private static int[] withoutLast(int[] tokens) {
        return Arrays.copyOf(tokens, tokens.length - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerScore that
                && Arrays.equals(losses, that.losses)
                && Arrays.equals(predicted, that.predicted)
                && Arrays.equals(labels, that.labels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(losses) + Arrays.hashCode(predicted)) + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return "AnswerScore[%d tokens, average loss %s, %d hits]".formatted(tokens(), loss().average(), hits());
    }
}
