package org.palimpsest.app.worker.log;

import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

/**
 * What a log comes to, small enough to be kept for a thousand runs.
 *
 * @param seconds spent in steps; NaN before the first
 * @param attacks the endings of attacks, the oldest first
 * @param trails the probed curves, thinned
 */
public record RunDigest(RunSummary summary, double seconds, List<RunEvent.AttackFinished> attacks, List<Trail> trails) {

    /**
     * A thinned curve.
     *
     * @param points never empty; the last is the curve's last
     */
    public record Trail(SeriesKey key, Column points) {}

    public RunDigest {
        attacks = List.copyOf(attacks);
        trails = List.copyOf(trails);
    }

    /** A digest of which only the summary is known. */
    public static RunDigest of(RunSummary summary) {
        return new RunDigest(summary, Double.NaN, List.of(), List.of());
    }

    /** The trail of a probed series. */
    public Optional<Trail> trail(String series, Subject subject) {
        return trails.stream()
                .filter(trail ->
                        trail.key().series().equals(series) && trail.key().subject() == subject)
                .findFirst();
    }

    /** The newest ending of an attack on a model. */
    public Optional<RunEvent.AttackFinished> attack(String attack, Subject subject) {
        return attacks.stream()
                .filter(end -> end.attack().equals(attack) && end.subject() == subject)
                .reduce((earlier, later) -> later);
    }
}
