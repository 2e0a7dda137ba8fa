package org.palimpsest.app.live.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things seen at steps, in order: what stood at a step is what was seen last by then. */
public final class Timeline<T> {
    private long[] steps = new long[16];
    private final List<T> things = new ArrayList<>();

    /** Adds what was seen at a step, which is not before the last one. */
    public void add(long step, T thing) {
        if (things.size() == steps.length) {
            steps = Arrays.copyOf(steps, 2 * steps.length);
        }
        steps[things.size()] = step;
        things.add(thing);
    }

    public int size() {
        return things.size();
    }

    public long step(int index) {
        return steps[index];
    }

    public T get(int index) {
        return things.get(index);
    }

    /** Index of what stood at {@code step}; -1 if nothing had been seen by then. */
    public int indexAt(long step) {
        int low = 0;
        int high = things.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** What stood at {@code step}; null if nothing had been seen by then. */
    public T at(long step) {
        int index = indexAt(step);
        return index < 0 ? null : things.get(index);
    }

    /** Drops what was seen at later steps. */
    public void cutAfter(long step) {
        int keep = indexAt(step) + 1;
        things.subList(keep, things.size()).clear();
    }
}
