package org.palimpsest.app.attack;

/** What an attack shows of the forgotten: gone, or only hidden. */
public enum AttackVerdict {
    /** It was there before the attack. */
    NEVER_FORGOTTEN,
    /** It was partly there before the attack, which adds nothing. */
    PARTLY_KEPT,
    /** It comes back where a model that never saw it does not get to. */
    HIDDEN,
    /** It comes back no more than in a model that never saw it. */
    LIKE_NEVER_LEARNT,
    /** It stays away although a model that never saw it learns it. */
    SUPPRESSED,
    /** It comes back, and no reference tells whether it would have come anyway. */
    CAME_BACK,
    /** It does not come back; no reference to compare with. */
    STAYED_AWAY,
    /** The model computes no numbers, so nothing can be told. */
    NO_NUMBERS;

    /** Factors below this are no difference. */
    private static final double SAME = 2;
    /** Nor are differences of probability below this. */
    private static final double LITTLE = 0.02;

    /**
     * Judges a probability of the forgotten answers.
     *
     * @param before of the model before the attack
     * @param after of the model at the attack's end
     * @param reference of the retained reference at the end of the same attack; NaN without one
     * @param target of the target, which knows them; NaN if it was not measured
     */
    public static AttackVerdict of(double before, double after, double reference, double target) {
        if (Double.isNaN(before) || Double.isNaN(after)) {
            return NO_NUMBERS;
        }
        double known = Double.isNaN(target) ? 1 : target;
        if (before >= known / SAME) {
            return NEVER_FORGOTTEN;
        }
        if (Double.isNaN(reference)) {
            return above(after, before) ? CAME_BACK : STAYED_AWAY;
        }
        if (above(after, reference)) {
            return above(after, before) ? HIDDEN : PARTLY_KEPT;
        }
        return above(reference, after) ? SUPPRESSED : LIKE_NEVER_LEARNT;
    }

    private static boolean above(double one, double other) {
        return one >= SAME * other && one - other >= LITTLE;
    }
}
