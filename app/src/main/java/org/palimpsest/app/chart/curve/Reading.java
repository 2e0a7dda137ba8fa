package org.palimpsest.app.chart.curve;

/**
 * The value of one series under the crosshair.
 *
 * @param id of the series
 * @param x where its nearest point lies
 * @param value of that point, smoothed as drawn; NaN is a gap
 * @param raw value of that point
 */
record Reading(String id, double x, double value, double raw) {}
