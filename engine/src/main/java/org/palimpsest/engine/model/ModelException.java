package org.palimpsest.engine.model;

import java.io.IOException;

/** A model folder that cannot be used; the message says which file, what was found, what was expected and what to do. */
public final class ModelException extends IOException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
