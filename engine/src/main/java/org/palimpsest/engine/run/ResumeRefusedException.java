package org.palimpsest.engine.run;

import java.util.OptionalLong;

/** A run that could go on, but not in the way that was asked; the message says why and how it can. */
public final class ResumeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean inputsChanged;
    private final Long offeredStep;

    private ResumeRefusedException(String message, boolean inputsChanged, Long offeredStep, Throwable cause) {
        super(message, cause);
        this.inputsChanged = inputsChanged;
        this.offeredStep = offeredStep;
    }

    static ResumeRefusedException checkpoint(String message, Long offeredStep, Throwable cause) {
        return new ResumeRefusedException(message, false, offeredStep, cause);
    }

    static ResumeRefusedException inputs(String message) {
        return new ResumeRefusedException(message, true, null, null);
    }

    /** Whether data, models or recipe are not what the run began with. */
    public boolean inputsChanged() {
        return inputsChanged;
    }

    /** The step that it can go on from instead of the checkpoint that is damaged. */
    public OptionalLong offeredStep() {
        return offeredStep == null ? OptionalLong.empty() : OptionalLong.of(offeredStep);
    }
}
