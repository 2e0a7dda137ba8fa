package org.palimpsest.engine.run;

/**
 * How a run is to go on.
 *
 * @param from the checkpoint's step; 0 may be the beginning, of which none is written; null takes the newest checkpoint
 * @param changedInputs whether it goes on although data, models or recipe are not what it began with
 */
public record Resumption(Long from, boolean changedInputs) {
    /** From the newest checkpoint, with the same inputs. */
    public static final Resumption USUAL = new Resumption(null, false);
}
