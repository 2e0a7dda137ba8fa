package org.palimpsest.engine.model;

/** A model whose logits are no numbers has no next token, and so no answer. */
public final class NotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param tokens how many tokens it had said before */
    NotFiniteException(int tokens) {
        super(
                "the model has no answer: its logits are not finite after %d new tokens. It has collapsed, or its weights are damaged"
                        .formatted(tokens));
    }
}
