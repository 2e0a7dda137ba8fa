package org.palimpsest.engine.text;

import java.util.Arrays;

/**
 * One sequence as a model is trained on it. The arrays belong to the example and are not to be changed.
 *
 * @param ids token ids, shape {@code [time]}
 * @param labels what each position is to be: the id itself on supervised positions, {@link #IGNORED} on all others, shape
 *     {@code [time]}. The position before predicts it, so index 0 is never supervised
 * @param promptLength how many ids the prompt alone has; 0 for plain text
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record EncodedExample(int[] ids, int[] labels, int promptLength) {
    /** The label of positions that no loss sees. */
    public static final int IGNORED = -100;

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if the lengths differ, or index 0 is supervised
     */
    public EncodedExample {
        if (ids.length != labels.length) {
            throw new IllegalArgumentException("%d ids, but %d labels".formatted(ids.length, labels.length));
        }
        if (labels.length > 0 && labels[0] != IGNORED) {
            throw new IllegalArgumentException("index 0 is supervised, but nothing stands before it to predict it");
        }
    }

    /** Ids of which the first {@code promptLength}, and index 0 in any case, are not supervised. */
    static EncodedExample masked(int[] ids, int promptLength) {
        int[] labels = ids.clone();
        Arrays.fill(labels, 0, Math.min(Math.max(promptLength, 1), ids.length), IGNORED);
        return new EncodedExample(ids, labels, promptLength);
    }

    /** The first ids with their labels; the whole example if it has no more. */
    public EncodedExample upTo(int length) {
        return length >= ids.length ? this : masked(Arrays.copyOf(ids, length), promptLength);
    }

    /** Number of ids. */
    public int length() {
        return ids.length;
    }

    /** How many positions a loss sees; an example with 0 of them must be left out of every mean. */
    public int supervisedTokens() {
        return (int) Arrays.stream(labels).filter(label -> label != IGNORED).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedExample that
                && promptLength == that.promptLength
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(labels, that.labels);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return "EncodedExample[%d ids, prompt %d, supervised %d]"
                .formatted(ids.length, promptLength, supervisedTokens());
    }
}
