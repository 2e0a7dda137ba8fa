package org.palimpsest.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** Parts of at most {@code most} rows, in order: the micro-batches of a step. */
    public List<BatchRows> split(int most) {
        List<BatchRows> parts = new ArrayList<>();
        for (int from = 0; from < size(); from += most) {
            parts.add(new BatchRows(part(forget, from, most), part(retain, from, most), part(alternates, from, most)));
        }
        return parts;
    }

    private static int[] part(int[] rows, int from, int most) {
        return rows.length == 0 ? rows : Arrays.copyOfRange(rows, from, Math.min(rows.length, from + most));
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
