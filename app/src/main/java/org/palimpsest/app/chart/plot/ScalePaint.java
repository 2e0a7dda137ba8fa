package org.palimpsest.app.chart.plot;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;
import org.palimpsest.app.chart.theme.ColourScale;

/**
 * A colour scale between two amounts, for JFreeChart.
 *
 * @param scale of colours
 * @param low amount at its beginning
 * @param high amount at its end, greater than {@code low}
 */
public record ScalePaint(ColourScale scale, double low, double high) implements PaintScale {

    /** The colour of an amount. */
    public Color colour(double value) {
        return scale.at((value - low) / (high - low));
    }

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    @Override
    public Paint getPaint(double value) {
        return colour(value);
    }
}
