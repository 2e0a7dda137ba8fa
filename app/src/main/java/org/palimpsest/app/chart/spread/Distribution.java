package org.palimpsest.app.chart.spread;

import org.palimpsest.app.chart.theme.Hatch;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Values to be counted.
 *
 * @param label of the set
 * @param style whose colour its bars have
 * @param hatch of its bars
 * @param values finite, in any order
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and written by nobody once it stands here.
record Distribution(String label, SeriesStyle style, Hatch hatch, double[] values) {}
