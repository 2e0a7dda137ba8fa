package org.palimpsest.engine.tensor;

import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Memory by scope: every native array belongs to a manager that a {@code try} block closes. This class can count what is alive. */
public final class Scopes {
    /** Scopes without a parent; the arrays of their children are counted with theirs. */
    private static final Set<NDManager> OPEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Scopes() {}

    /** A child scope: closed by its {@code try}, or with its parent. */
    public static NDManager child(NDManager parent) {
        return parent.newSubManager();
    }

    static NDManager track(NDManager manager) {
        OPEN.add(manager);
        return manager;
    }

    /** Native arrays alive in all open scopes. */
    public static long liveArrays() {
        synchronized (OPEN) {
            OPEN.removeIf(manager -> !manager.isOpen());
            return OPEN.stream()
                    .mapToLong(manager -> manager.getManagedArrays().size())
                    .sum();
        }
    }
}
