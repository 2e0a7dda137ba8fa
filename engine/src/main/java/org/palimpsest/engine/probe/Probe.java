package org.palimpsest.engine.probe;

import org.palimpsest.engine.card.ProbeCard;

/** Something to watch in a run. Implementations are found by {@link java.util.ServiceLoader} and have a card of the same id. */
public interface Probe {

    ProbeCard card();

    /**
     * Chooses what will be looked at: the same samples, columns or prompts at every observation. Models of the context are not
     * changed and not closed.
     */
    ProbeSession open(ProbeContext context);
}
