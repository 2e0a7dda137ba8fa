package org.palimpsest.app.bench;

/**
 * How quickly a run is seen.
 *
 * @param firstPointSeconds from the start of a run on the sample until its first loss is drawn, the worker's own start included
 * @param medianMillis from the moment an event was written until its point was drawn
 * @param worstMillis the slowest of them
 * @param events counted
 */
record StreamFigures(double firstPointSeconds, double medianMillis, double worstMillis, int events) {}
