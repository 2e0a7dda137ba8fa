package org.palimpsest.engine.method;

import org.palimpsest.engine.card.MethodCard;

/** A way to unlearn. Implementations are found by {@link java.util.ServiceLoader} and have a card of the same id. */
public interface UnlearningMethod {

    MethodCard card();

    /** Prepares the first step; the session owns the working model of the context from then on. */
    UnlearningSession open(UnlearningContext context);
}
