package org.palimpsest.engine.run;

/** Ends the work after the last step when a stop has been asked for; it is done again when the run is resumed. */
final class StopAskedException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
