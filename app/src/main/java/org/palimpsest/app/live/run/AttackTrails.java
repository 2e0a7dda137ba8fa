package org.palimpsest.app.live.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.RunEvent;

/** The attacks on one run. */
final class AttackTrails {
    private final Map<String, AttackTrail> trails = new LinkedHashMap<>();

    /** The oldest first. */
    List<AttackTrail> all() {
        return List.copyOf(trails.values());
    }

    /**
     * Begins an attack, or its part against another model.
     *
     * @return whether it is a new one
     */
    boolean begin(RunEvent.AttackStarted started) {
        boolean isNew = !trails.containsKey(started.attackRun());
        of(started.attackRun(), started.attack(), started.step()).begins(started.subject());
        return isNew;
    }

    void add(RunEvent.AttackPoint point) {
        of(point.attackRun(), point.attack(), point.step()).add(point);
    }

    void finish(RunEvent.AttackFinished finished) {
        of(finished.attackRun(), finished.attack(), finished.step()).finished(finished);
    }

    void cutAfter(long step) {
        trails.values().removeIf(trail -> trail.step() > step);
    }

    private AttackTrail of(String number, String attack, long step) {
        return trails.computeIfAbsent(number, any -> new AttackTrail(attack, step));
    }
}
