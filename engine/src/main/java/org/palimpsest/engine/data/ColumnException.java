package org.palimpsest.engine.data;

import java.nio.file.Path;

/** A column that was asked for by name and that a file does not have, or that says two things at once. */
public final class ColumnException extends DataException {
    private static final long serialVersionUID = 1;

    private final String role;

    ColumnException(Path file, String role, String message) {
        super(file + ": " + message);
        this.role = role;
    }

    /** The role in the mapping that is to be changed; one of {@link ColumnMapping#roles()}. */
    public String role() {
        return role;
    }
}
