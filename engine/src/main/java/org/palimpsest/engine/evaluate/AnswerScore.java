package org.palimpsest.engine.evaluate;

import java.util.Arrays;

/**
 * What a model says of one given answer, the true tokens before each position given to it. The arrays belong to the score
 * and are not to be changed.
 *
 * @param losses negative log-likelihood of each supervised token in nats, {@code [tokens]}; NaN where the model's logits are not
 *     finite
 * @param predicted the likeliest token at each supervised position, {@code [tokens]}; {@link #NONE} where the model's logits are
 *     not finite
 * @param labels the true tokens, {@code [tokens]}
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record AnswerScore(float[] losses, int[] predicted, int[] labels) {

    /** No token: among logits that are not finite none is the likeliest. */
    public static final int NONE = -1;

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

    /** Whether the model's logits are finite at every supervised position, so that something is the likeliest there. */
    public boolean isFinite() {
        return Arrays.stream(predicted).noneMatch(token -> token == NONE);
    }

    /**
     * {@link ExactMemorisation}, the last token left out; null for an answer of fewer than two tokens, NaN where the model's
     * logits are not finite.
     */
    public Double exactMemorisation() {
        if (isEmpty()) {
            return null;
        }
        return isFinite() ? ExactMemorisation.of(withoutLast(predicted), withoutLast(labels)) : (Double) Double.NaN;
    }

    /**
     * {@link ExtractionStrength}, the last token left out; null where the convention leaves the answer out, NaN where the model's
     * logits are not finite.
     */
    public Double extractionStrength(ExtractionStrength.Convention convention) {
        if (isEmpty()) {
            return null;
        }
        return isFinite()
                ? ExtractionStrength.of(withoutLast(predicted), withoutLast(labels), convention)
                : (Double) Double.NaN;
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
