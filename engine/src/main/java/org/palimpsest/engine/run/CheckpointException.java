package org.palimpsest.engine.run;

/** A checkpoint that is not what was written; the message names it and says what is wrong with it. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;

    CheckpointException(Checkpoint checkpoint, String problem, Throwable cause) {
        super(
                "the checkpoint %s cannot be used: %s. Remove it, and what needs it takes the one before"
                        .formatted(checkpoint.folder(), problem),
                cause);
        this.problem = problem;
    }

    /** What is wrong, without the checkpoint's name. */
    String problem() {
        return problem;
    }
}
