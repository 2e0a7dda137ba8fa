package org.palimpsest.app.bench;

/**
 * What was measured.
 *
 * @param way how charts are drawn
 * @param charts number of charts
 * @param series number of series in each
 * @param points number of points in each series at the start
 * @param pointsPerSecond points offered to each series in a second
 * @param pointsTaken points that each series took in a second
 * @param seconds that were measured
 * @param framesPerSecond new pictures a second of the chart that had the fewest
 * @param longestStallMillis longest time in which the thread that draws the window took no work
 * @param longestFrameMillis longest time between two pictures of the slowest chart
 */
record ChartFigures(
        String way,
        int charts,
        int series,
        int points,
        int pointsPerSecond,
        double pointsTaken,
        double seconds,
        double framesPerSecond,
        double longestStallMillis,
        double longestFrameMillis) {}
