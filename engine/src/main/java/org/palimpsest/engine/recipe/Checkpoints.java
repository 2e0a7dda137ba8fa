package org.palimpsest.engine.recipe;

/**
 * When the run writes down everything it needs to go on.
 *
 * @param every steps between two checkpoints; 0 writes one only at the end, null one an epoch
 * @param keep how many of the newest checkpoints stay on disk
 */
public record Checkpoints(Integer every, Integer keep) {

    /** Once an epoch, the newest two. */
    public static final Checkpoints DEFAULT = new Checkpoints(null, null);

    public Checkpoints {
        keep = keep == null ? 2 : keep;
    }
}
