package org.palimpsest.engine.evaluate;

import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.Settings;

/**
 * One number about a model, with its parts. Implementations are found by {@link java.util.ServiceLoader} and have a card of
 * the same id.
 */
public interface Metric {

    MetricCard card();

    /**
     * Measures the evaluation's model.
     *
     * @param settings made from this metric's card
     * @return a score whose value is null, with a note that says why, when data or numbers are missing
     */
    Score measure(Evaluation evaluation, Settings settings);
}
