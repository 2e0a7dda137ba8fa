package org.palimpsest.engine.objective;

/** The factor c in front of a preference loss. */
public enum PreferenceScale {
    /** 2/β, the convention of unlearning, which makes losses of different β comparable in their gradients. */
    TWO_OVER_BETA,
    /** 1, as in plain DPO. */
    ONE;

    /** The factor for a given β. */
    public double factor(double beta) {
        return this == ONE ? 1 : 2 / beta;
    }
}
