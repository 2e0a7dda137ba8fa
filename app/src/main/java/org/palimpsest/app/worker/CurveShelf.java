package org.palimpsest.app.worker;

import java.lang.ref.SoftReference;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.palimpsest.app.worker.log.RunCurves;

/**
 * Curves that came along when logs were read for the list of runs, so that whoever wants to see them does not read the logs a second
 * time. They stay for as long as memory is not needed otherwise. May be used on any thread.
 */
final class CurveShelf {
    /** As many as can be looked at together. */
    private static final int LIMIT = 200;

    private final ConcurrentNavigableMap<String, SoftReference<RunCurves>> curves = new ConcurrentSkipListMap<>();

    /** Lays down the curves of a run; those of the oldest runs go when there are too many. */
    void put(String id, RunCurves read) {
        curves.put(id, new SoftReference<>(read));
        while (curves.size() > LIMIT) {
            curves.pollFirstEntry();
        }
    }

    /** The curves of a run, which then belong to the caller alone; null if there are none. */
    RunCurves take(String id) {
        SoftReference<RunCurves> taken = curves.remove(id);
        return taken == null ? null : taken.get();
    }

    /** Forgets runs that are not among {@code ids}. */
    void keepOnly(Set<String> ids) {
        curves.keySet().retainAll(ids);
    }
}
