package org.palimpsest.engine.tensor;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not a sound safetensors file; the message names the file, what was found and what was expected. */
public final class SafetensorsException extends IOException {
    private static final long serialVersionUID = 1;

    public SafetensorsException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
