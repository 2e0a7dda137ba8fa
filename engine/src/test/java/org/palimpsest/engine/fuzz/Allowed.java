package org.palimpsest.engine.fuzz;

import java.util.List;
import java.util.Map;

/**
 * What may come of a mutation. Whatever is allowed here: a refusal names file and cause, and numbers that moved are no news if people
 * were told.
 *
 * @param refusal whether the program may refuse
 * @param otherNumbers whether the change means other numbers, which nothing could know from within the files
 * @param alike folders whose numbers are right; empty stands for the folder as it was
 */
record Allowed(boolean refusal, boolean otherNumbers, List<Specimen> alike) {
    /** The files are sound and mean the same: taken, with the same numbers. */
    static final Allowed SAME = new Allowed(false, false, List.of());
    /** The files are unsound or odd: refused, or taken with the same numbers. */
    static final Allowed SAME_OR_REFUSED = new Allowed(true, false, List.of());
    /** The files contradict themselves, or ask for what does not exist: refused, or people are told. */
    static final Allowed TOLD_OR_REFUSED = new Allowed(true, false, List.of(new Specimen(Map.of())));
    /** The files say something else, or may do so. */
    static final Allowed ANYTHING = new Allowed(true, true, List.of());

    Allowed {
        alike = List.copyOf(alike);
    }

    /** Refused, or taken with the numbers of one of these folders. */
    static Allowed like(Specimen... alike) {
        return new Allowed(true, false, List.of(alike));
    }

    /** Taken, with the numbers of this folder. */
    static Allowed just(Specimen alike) {
        return new Allowed(false, false, List.of(alike));
    }
}
