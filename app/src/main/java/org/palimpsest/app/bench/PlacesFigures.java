package org.palimpsest.app.bench;

/**
 * How long the thread that draws the window is held at a stretch, in milliseconds of its processor time, in a window of 1280 by 800
 * on finished runs.
 *
 * @param runs finished runs of {@code events} events each
 * @param firstLookMillis a place that is made and seen for the first time, the slowest of all
 * @param goingBackMillis a place that was seen before, the slowest
 * @param dressMillis another theme and twice the size of the text, whichever is slower
 * @param firstLookDressedMillis the first look at a place after that, the slowest
 */
record PlacesFigures(
        int runs,
        int events,
        double firstLookMillis,
        double goingBackMillis,
        double dressMillis,
        double firstLookDressedMillis) {}
