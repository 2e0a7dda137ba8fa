package org.palimpsest.engine.tensor;

import java.io.IOException;
import java.nio.file.Path;

/** A safetensors file that is not sound or cannot be written; the message names the file, what was found and what was expected. */
public final class SafetensorsException extends IOException {
    private static final long serialVersionUID = 1;

    public SafetensorsException(Path file, String problem) {
        super(file + ": " + problem);
    }

    public SafetensorsException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
