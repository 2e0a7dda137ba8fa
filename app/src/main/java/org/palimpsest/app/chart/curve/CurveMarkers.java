package org.palimpsest.app.chart.curve;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;

/** The lines across a plot: reference values and events, with their labels. */
final class CurveMarkers {
    private CurveMarkers() {}

    static void add(XYPlot plot, ChartTheme theme, CurvePicture picture) {
        for (CurvePicture.ReferenceLine reference : picture.references()) {
            plot.addRangeMarker(
                    line(reference.value(), theme.color(reference.style()), Dash.DASHED.stroke(1.6f)),
                    Layer.FOREGROUND);
        }
        for (CurvePicture.MarkLine mark : picture.marks()) {
            plot.addDomainMarker(
                    line(mark.x(), colour(mark, theme), mark.kind().dash().stroke(1.2f)), Layer.FOREGROUND);
        }
        plot.addAnnotation(new LineLabels(picture, theme));
    }

    static Color colour(CurvePicture.MarkLine mark, ChartTheme theme) {
        return mark.kind() == MarkKind.WARNING ? theme.danger() : theme.foreground();
    }

    private static ValueMarker line(double value, Color colour, BasicStroke stroke) {
        ValueMarker marker = new ValueMarker(value, colour, stroke);
        marker.setAlpha(1);
        return marker;
    }
}
