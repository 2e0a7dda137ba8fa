package org.palimpsest.engine.attack;

import org.palimpsest.engine.card.AttackCard;

/** A way to attack a model. Implementations are found by {@link java.util.ServiceLoader} and have a card of the same id. */
public interface Attack {

    AttackCard card();

    /** Prepares the first point on a copy of the model; the models of the context are neither changed nor closed. */
    AttackSession open(AttackContext context);
}
