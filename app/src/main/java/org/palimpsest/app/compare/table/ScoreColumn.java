package org.palimpsest.app.compare.table;

import org.palimpsest.engine.card.MetricCard.Better;

/**
 * A column of scores.
 *
 * @param id as {@link RunFigures} makes it
 * @param title for people
 * @param meaning a paragraph for somebody who sees it for the first time; may be empty
 * @param better which way is better; null if neither
 * @param unit empty for a plain number
 */
public record ScoreColumn(String id, Family family, String title, String meaning, Better better, String unit) {

    /** Where a column's numbers come from. */
    public enum Family {
        METRIC,
        ATTACK,
        PROBE,
        RUN
    }
}
