package org.palimpsest.engine.data;

import java.util.Arrays;

/**
 * The rows of one training step, by number. In a paired step the three belong together place by place; a set that takes
 * no part has no rows.
 *
 * @param forget rows of the forget set, shape {@code [batch]} or empty
 * @param retain rows of the retain set, shape {@code [batch]} or empty
 * @param alternates rows of the set of alternate answers, shape {@code [batch]} or empty
 */
public record BatchRows(int[] forget, int[] retain, int[] alternates) {
    /** Rows of the step: those of whichever set leads. */
    public int size() {
        return Math.max(forget.length, retain.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchRows that
                && Arrays.equals(forget, that.forget)
                && Arrays.equals(retain, that.retain)
                && Arrays.equals(alternates, that.alternates);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(forget) + Arrays.hashCode(retain)) + Arrays.hashCode(alternates);
    }

    @Override
    public String toString() {
        return "BatchRows[forget=%s, retain=%s, alternates=%s]"
                .formatted(Arrays.toString(forget), Arrays.toString(retain), Arrays.toString(alternates));
    }
}
