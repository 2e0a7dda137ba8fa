package org.palimpsest.app.ask;

/** Whether an answer is gone or only hidden, as far as one question can tell. */
public enum Judgement {
    /** The model says it, and finds it likelier than a model that never saw it. */
    SAID,
    /** The model says something else, but still finds it far likelier than a model that never saw it. */
    HIDDEN,
    /** The same, but by less than a factor of ten: too little to call it hidden, too much to call it gone. */
    TRACE,
    /** As probable as to a model that never saw it. */
    LIKE_NEVER_LEARNT,
    /** Less probable than to a model that never saw it. */
    OVER_FORGOTTEN,
    /** The reference knows it as well as the target: it was to be kept, and was. */
    KEPT,
    /** It was to be kept, but became less probable. */
    DAMAGED,
    /** Without a reference: nearly as probable as to the target. */
    STILL_PROBABLE,
    /** Without a reference: less probable than to the target. */
    LESS_PROBABLE,
    /** Even the target does not know it. */
    NEVER_KNOWN,
    /** The model, or the target, computes no numbers, so nothing can be told. */
    NO_NUMBERS;

    /** Factors below this are no difference. */
    static final double SAME = 2;
    /** Factors from here on are more than a trace. */
    private static final double MUCH = 10;
    /** A target below this does not know the answer. */
    private static final double KNOWN = 0.05;
    /** Below one in ten thousand a token is not said, however much smaller its probability. */
    private static final double LEAST = 1e-4;

    /**
     * The judgement on an answer.
     *
     * @param says whether the model's own answer is this one
     */
    public static Judgement of(AnswerOdds odds, boolean says) {
        if (Double.isNaN(odds.now()) || Double.isNaN(odds.target())) {
            return NO_NUMBERS;
        }
        if (odds.target() < KNOWN && !says) {
            return NEVER_KNOWN;
        }
        if (Double.isNaN(odds.reference())) {
            return times(odds.target(), odds.now()) < SAME ? STILL_PROBABLE : LESS_PROBABLE;
        }
        if (times(odds.target(), odds.reference()) < SAME) {
            return times(odds.target(), odds.now()) < SAME ? KEPT : DAMAGED;
        }
        double more = times(odds.now(), odds.reference());
        if (more >= SAME) {
            return says ? SAID : more >= MUCH ? HIDDEN : TRACE;
        }
        return times(odds.reference(), odds.now()) >= SAME ? OVER_FORGOTTEN : LIKE_NEVER_LEARNT;
    }

    /** How many times as probable the first is; what nobody would say counts as equally improbable. */
    static double times(double one, double other) {
        return Math.max(one, LEAST) / Math.max(other, LEAST);
    }
}
