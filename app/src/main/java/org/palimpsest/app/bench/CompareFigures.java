package org.palimpsest.app.bench;

/**
 * How fast Compare opens and sorts.
 *
 * @param runs finished runs of {@code events} events each
 * @param hundredRunsSeconds from making the place until every run is listed and its curve drawn, no log having been read before
 * @param hundredRunsAgainSeconds the same when the logs were read by an earlier window
 * @param hundredRunsProcessorSeconds what the first opening took of all cores together
 * @param hundredRunsAgainProcessorSeconds what the second opening took
 * @param longestStallMillis the longest time between two frames meanwhile
 * @param thousandRunsListMillis from a thousand digests to the rows on screen, of the window's thread alone
 * @param thousandRunsSortMillis from a click on a column's head to the rows on screen in their new order, of the window's thread alone; median
 */
record CompareFigures(
        int runs,
        int events,
        double hundredRunsSeconds,
        double hundredRunsAgainSeconds,
        double hundredRunsProcessorSeconds,
        double hundredRunsAgainProcessorSeconds,
        double longestStallMillis,
        double thousandRunsListMillis,
        double thousandRunsSortMillis) {}
