package org.palimpsest.engine.text;

import java.util.OptionalInt;

/** Token ids between an optional first and an optional last one, neither of them doubled. */
final class Ids {
    private Ids() {}

    static int[] enclose(OptionalInt first, int[] ids, OptionalInt last) {
        boolean addFirst = first.isPresent() && (ids.length == 0 || ids[0] != first.getAsInt());
        boolean addLast = last.isPresent() && (ids.length == 0 || ids[ids.length - 1] != last.getAsInt());
        int start = addFirst ? 1 : 0;
        int[] all = new int[start + ids.length + (addLast ? 1 : 0)];
        if (addFirst) {
            all[0] = first.getAsInt();
        }
        System.arraycopy(ids, 0, all, start, ids.length);
        if (addLast) {
            all[all.length - 1] = last.getAsInt();
        }
        return all;
    }
}
