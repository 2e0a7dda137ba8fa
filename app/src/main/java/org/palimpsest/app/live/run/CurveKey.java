package org.palimpsest.app.live.run;

/**
 * Names a curve of a run.
 *
 * @param family what kind of number it is
 * @param name within the family: a loss term, an observed series, a pinned prompt
 */
public record CurveKey(Family family, String name) {

    /** Kinds of curves. */
    public enum Family {
        /** Terms of the method's loss, and {@code loss}, their total. */
        LOSS,
        /** Numbers that probes observe of the model as it is now. */
        OBSERVED,
        /** KL(target ‖ now) of a pinned prompt, in nats. */
        FROM_TARGET,
        /** KL(reference ‖ now) of a pinned prompt, in nats. */
        FROM_REFERENCE,
        /** What the optimiser does: {@link #RATE} and {@link #NORM}. */
        OPTIMISER
    }

    /** The learning rate of a step. */
    public static final CurveKey RATE = new CurveKey(Family.OPTIMISER, "learning-rate");
    /** L2 norm of the whole gradient before clipping. */
    public static final CurveKey NORM = new CurveKey(Family.OPTIMISER, "gradient-norm");
    /** The total loss. */
    public static final CurveKey TOTAL = new CurveKey(Family.LOSS, "loss");
    /** Cosine between the gradients on forget and retain answers. */
    public static final CurveKey COSINE = new CurveKey(Family.OBSERVED, "gradient.cosine");
    /** Probability of the true answers to forget questions. */
    public static final CurveKey FORGET = new CurveKey(Family.OBSERVED, "forget.probability");
    /** Probability of the true answers to retain questions. */
    public static final CurveKey RETAIN = new CurveKey(Family.OBSERVED, "retain.probability");
}
