package org.palimpsest.app.attack;

import java.util.Optional;

/**
 * What an attack comes to, in numbers.
 *
 * @param quantity what is compared
 * @param before of the model before the attack
 * @param at the point compared: a curve's end, or the name where most came back
 * @param after of the model there
 * @param reference of the retained reference there; NaN without one
 * @param target of the target; NaN if it was not measured
 */
record AttackStory(
        String quantity, double before, AttackTrack.Point at, double after, double reference, double target) {

    /** Empty while nothing can be told, or if the attack measures nothing of the forgotten. */
    static Optional<AttackStory> of(AttackCourse course) {
        String quantity = course.recovered();
        AttackTrack.Point at = course.now().worst(quantity);
        if (quantity.isEmpty() || at == null) {
            return Optional.empty();
        }
        Double target = course.now().summary().get("target.probability");
        return Optional.of(new AttackStory(
                quantity,
                course.now().before(quantity),
                at,
                at.value(quantity),
                reference(course.reference(), at, quantity),
                target == null ? Double.NaN : target));
    }

    private static double reference(AttackTrack track, AttackTrack.Point at, String quantity) {
        if (!at.label().isEmpty()) {
            AttackTrack.Point same = track.named(at.label());
            return same == null ? Double.NaN : same.value(quantity);
        }
        // While the attack goes on, the reference is already further.
        return track.points().stream()
                .filter(point -> point.x() == at.x())
                .findFirst()
                .map(point -> point.value(quantity))
                .orElse(Double.NaN);
    }

    AttackVerdict verdict() {
        return AttackVerdict.of(before, after, reference, target);
    }
}
