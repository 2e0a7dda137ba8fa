package org.palimpsest.app.pick;

/**
 * A state of a run that can be questioned: a checkpoint, or the present one of a run at work, which is written down when asked for.
 *
 * @param step null for the present state
 * @param newest whether no checkpoint is newer
 */
public record Moment(Long step, boolean newest) {
    /** The present state of a run at work. */
    public static final Moment NOW = new Moment(null, false);

    /** Whether the run has to write it down first. */
    public boolean isNow() {
        return step == null;
    }
}
