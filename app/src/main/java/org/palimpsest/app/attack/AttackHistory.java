package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** The attacks of one run, gathered from its events. An attack that begins once more takes the place of what it was before. */
final class AttackHistory {
    private final Map<String, AttackCourse> courses = new LinkedHashMap<>();

    void clear() {
        courses.clear();
    }

    /** Takes the next event; whatever is of no attack is passed over. */
    void add(RunEvent event) {
        if (event instanceof RunEvent.AttackStarted e) {
            AttackCourse course = course(e.attack(), e.attackRun(), e);
            put(course.with(e.subject(), AttackTrack.NONE).at(e.at()));
        } else if (event instanceof RunEvent.AttackPoint e) {
            AttackCourse course = course(e.attack(), e.attackRun(), e);
            AttackTrack.Point point = new AttackTrack.Point(e.x(), e.label() == null ? "" : e.label(), e.values());
            put(course.with(e.subject(), course.track(e.subject()).with(point)));
        } else if (event instanceof RunEvent.AttackFinished e) {
            AttackCourse course = course(e.attack(), e.attackRun(), e);
            put(course.with(e.subject(), course.track(e.subject()).ended(e.summary())));
        }
    }

    private AttackCourse course(String attack, String attackRun, RunEvent event) {
        AttackCourse known = courses.get(attackRun);
        return known != null ? known : AttackCourse.empty(attack, attackRun, event.step(), event.at());
    }

    private void put(AttackCourse course) {
        courses.put(course.attackRun(), course);
    }

    /** All attacks that measured something of the run's model or of the reference, the newest first. */
    List<AttackCourse> courses() {
        List<AttackCourse> all = new ArrayList<>(courses.values());
        all.removeIf(course -> course.track(Subject.UNLEARNED).points().isEmpty()
                && course.track(Subject.REFERENCE).points().isEmpty());
        all.sort(AttackCourse.newestFirst());
        return all;
    }
}
