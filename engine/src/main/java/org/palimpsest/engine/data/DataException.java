package org.palimpsest.engine.data;

import java.nio.file.Path;

/** A data set that cannot be used; the message names the file and the row, line or column, and what was expected. */
public sealed class DataException extends RuntimeException permits ColumnException {
    private static final long serialVersionUID = 1;

    DataException(String message) {
        super(message);
    }

    private DataException(String message, Throwable cause) {
        super(message, cause);
    }

    static DataException in(Path file, String message) {
        return new DataException(file + ": " + message);
    }

    static DataException in(Path file, String message, Throwable cause) {
        return new DataException(file + ": " + message, cause);
    }
}
