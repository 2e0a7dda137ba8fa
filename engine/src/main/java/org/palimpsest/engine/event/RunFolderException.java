package org.palimpsest.engine.event;

/** A run folder that cannot be used as asked; the message says why and what to do. */
public final class RunFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunFolderException(String message) {
        super(message);
    }

    public RunFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
