package org.palimpsest.app.attack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.palimpsest.engine.event.Subject;

/**
 * One attack of a run: what was measured of the attacked model, and beside it of the retained reference. Immutable.
 *
 * @param attack id of its card
 * @param attackRun tells several runs of one attack apart
 * @param step of the run whose model was attacked
 * @param begun when the latest of its parts began
 */
public record AttackCourse(
        String attack, String attackRun, long step, Instant begun, AttackTrack now, AttackTrack reference) {

    static AttackCourse empty(String attack, String attackRun, long step, Instant at) {
        return new AttackCourse(attack, attackRun, step, at, AttackTrack.NONE, AttackTrack.NONE);
    }

    AttackTrack track(Subject subject) {
        return subject == Subject.REFERENCE ? reference : now;
    }

    AttackCourse with(Subject subject, AttackTrack track) {
        return subject == Subject.REFERENCE
                ? new AttackCourse(attack, attackRun, step, begun, now, track)
                : new AttackCourse(attack, attackRun, step, begun, track, reference);
    }

    AttackCourse at(Instant other) {
        return new AttackCourse(attack, attackRun, step, other, now, reference);
    }

    /** Whether points are named rather than numbered: a table says it, not a curve. */
    public boolean isTable() {
        return points().stream().anyMatch(point -> !point.label().isEmpty());
    }

    /** Names of everything that was measured, in the order of the log. */
    public Set<String> quantities() {
        Set<String> names = new LinkedHashSet<>();
        points().forEach(point -> names.addAll(point.values().keySet()));
        return names;
    }

    private List<AttackTrack.Point> points() {
        List<AttackTrack.Point> all = new ArrayList<>(now.points());
        all.addAll(reference.points());
        return all;
    }

    /**
     * What best tells whether the forgotten comes back: what the attacker was not shown of it, otherwise all of it; empty for an attack
     * that measures neither.
     */
    public String recovered() {
        Set<String> all = quantities();
        return List.of("forget.unseen.probability", "forget.probability").stream()
                .filter(all::contains)
                .findFirst()
                .or(() ->
                        all.stream().filter(name -> name.startsWith("forget.")).findFirst())
                .orElse("");
    }

    /** Whether nothing more is to come. */
    public boolean finished() {
        return now.finished();
    }

    /** The newest first. */
    static Comparator<AttackCourse> newestFirst() {
        return Comparator.comparing(AttackCourse::begun).reversed();
    }
}
