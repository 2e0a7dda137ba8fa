package org.palimpsest.engine.text;

import java.nio.file.Path;

/** A tokenizer or chat template that cannot be used; the message names the file, what was found and what to do. */
public final class TokenizerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TokenizerException(String message) {
        super(message);
    }

    TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }

    static TokenizerException in(Path file, String message) {
        return new TokenizerException(file + ": " + message);
    }

    static TokenizerException in(Path file, String message, Throwable cause) {
        return new TokenizerException(file + ": " + message, cause);
    }
}
