package org.palimpsest.app.live.run;

/**
 * What the guards look for.
 *
 * @param pause whether a run that is at work is paused when one of them is broken
 * @param floor retain probability that must not be gone under, 0 to 1
 * @param reference whether forgetting must not go past the retained reference
 */
public record GuardRules(boolean pause, double floor, boolean reference) {
    /** Only tells, and lets utility lose half. */
    public static final GuardRules DEFAULT = new GuardRules(false, 0.5, true);

    public GuardRules {
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("a floor of " + floor + " is no probability; give one from 0 to 1");
        }
    }

    public GuardRules withPause(boolean other) {
        return new GuardRules(other, floor, reference);
    }

    public GuardRules withFloor(double other) {
        return new GuardRules(pause, other, reference);
    }

    public GuardRules withReference(boolean other) {
        return new GuardRules(pause, floor, other);
    }
}
