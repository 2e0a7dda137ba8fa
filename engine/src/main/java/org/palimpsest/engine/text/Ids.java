package org.palimpsest.engine.text;

import java.util.Arrays;
import java.util.OptionalInt;

/** Token ids between those that begin a text and an optional one that ends it, neither of them doubled. */
final class Ids {
    /** Nothing in front. */
    static final int[] NONE = {};

    private Ids() {}

    static int[] enclose(int[] first, int[] ids, OptionalInt last) {
        boolean begun = ids.length >= first.length && Arrays.equals(ids, 0, first.length, first, 0, first.length);
        boolean addLast = last.isPresent() && (ids.length == 0 || ids[ids.length - 1] != last.getAsInt());
        int start = begun ? 0 : first.length;
        int[] all = Arrays.copyOf(begun ? NONE : first, start + ids.length + (addLast ? 1 : 0));
        System.arraycopy(ids, 0, all, start, ids.length);
        if (addLast) {
            all[all.length - 1] = last.getAsInt();
        }
        return all;
    }
}
