package org.palimpsest.app.compare.curves;

import org.palimpsest.app.worker.log.SeriesKey;
import org.palimpsest.engine.event.Subject;

/** Where target and retained reference stand in a series. */
final class Baselines {
    private Baselines() {}

    /** As the first run saw it that did; NaN if none. */
    static double value(CurveStore.Found found, Subject subject) {
        SeriesKey wanted = found.wanted();
        return found.taken().stream()
                .flatMap(taken -> taken.run().digest().trails().stream())
                .filter(trail -> trail.key().equals(new SeriesKey(wanted.probe(), wanted.series(), subject)))
                .mapToDouble(trail -> trail.points().last())
                .findFirst()
                .orElse(Double.NaN);
    }
}
