package org.palimpsest.app.chart.plot;

import org.jfree.chart.axis.ValueAxis;
import org.palimpsest.app.chart.theme.ChartTheme;

/**
 * One axis and what of it is shown.
 *
 * @param label what it counts, with the unit
 * @param low least number shown
 * @param high greatest number shown
 * @param logarithmic whether equal lengths are equal ratios
 * @param numbers how its numbers are written
 */
public record AxisRange(String label, double low, double high, boolean logarithmic, Axes.Numbers numbers) {

    /** Where {@code value} lies: 0 at the low end, 1 at the high end. */
    public double part(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** The value at a part of the axis; the inverse of {@link #part}. */
    public double at(double part) {
        return logarithmic ? low * Math.pow(high / low, part) : low + (high - low) * part;
    }

    /** The axis of JFreeChart. */
    public ValueAxis axis(ChartTheme theme) {
        return Axes.of(label, low, high, logarithmic, numbers, theme);
    }
}
