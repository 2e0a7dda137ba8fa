package org.palimpsest.app.chart.curve;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;

/** The lines across a plot: reference values and events. */
final class CurveMarkers {
    /** Rows that labels of neighbouring events are spread over; what still collides keeps its line and its sign. */
    private static final int ROWS = 3;
    /** A label takes about this part of the plot's width a letter. */
    private static final double LETTER = 0.016;

    /** A line above this part of the plot's height has no room for a label above it. */
    private static final double HIGH = 0.88;
    /** Opacity of the ground of such a label, of 255. */
    private static final int VEIL = 150;

    private CurveMarkers() {}

    static void add(XYPlot plot, ChartTheme theme, CurvePicture picture) {
        for (CurvePicture.ReferenceLine reference : picture.references()) {
            plot.addRangeMarker(line(reference, theme, picture.y()), Layer.FOREGROUND);
        }
        double[] taken = new double[ROWS];
        List<CurvePicture.MarkLine> inOrder = picture.marks().stream()
                .filter(mark ->
                        mark.x() >= picture.x().low() && mark.x() <= picture.x().high())
                .sorted(Comparator.comparingDouble(CurvePicture.MarkLine::x))
                .toList();
        for (CurvePicture.MarkLine mark : inOrder) {
            plot.addDomainMarker(line(mark, theme, picture.x(), taken), Layer.FOREGROUND);
        }
    }

    private static ValueMarker line(CurvePicture.ReferenceLine reference, ChartTheme theme, AxisRange y) {
        Color colour = theme.color(reference.style());
        ValueMarker marker = new ValueMarker(reference.value(), colour, Dash.DASHED.stroke(1.6f));
        marker.setAlpha(1);
        marker.setLabel(reference.label());
        marker.setLabelFont(theme.font(0.85));
        marker.setLabelPaint(colour);
        // Curves behind the label can still be followed.
        marker.setLabelBackgroundColor(new Color(
                theme.background().getRed(),
                theme.background().getGreen(),
                theme.background().getBlue(),
                VEIL));
        // Above its line, unless that is where the plot ends.
        boolean below = y.part(reference.value()) > HIGH;
        marker.setLabelAnchor(below ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(below ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
        return marker;
    }

    private static ValueMarker line(CurvePicture.MarkLine mark, ChartTheme theme, AxisRange x, double[] taken) {
        Color colour = mark.kind() == MarkKind.WARNING ? theme.danger() : theme.foreground();
        ValueMarker marker =
                new ValueMarker(mark.x(), colour, mark.kind().dash().stroke(1.2f));
        marker.setAlpha(1);
        String whole = mark.kind().sign() + " " + mark.text();
        double part = x.part(mark.x());
        double length = (whole.length() + 1) * LETTER;
        boolean leftwards = part + length > 1;
        double start = leftwards ? part - length : part;
        int row = 0;
        while (row < ROWS && start < taken[row]) {
            row++;
        }
        boolean fits = row < ROWS;
        if (fits) {
            taken[row] = leftwards ? part : part + length;
        }
        double lineHeight = theme.fontSize() * 1.15;
        marker.setLabel(fits ? whole : mark.kind().sign());
        marker.setLabelFont(theme.font(0.85));
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(theme.background());
        marker.setLabelAnchor(leftwards ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(leftwards ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(2 + Math.min(row, ROWS - 1) * lineHeight, 3, 2, 3));
        return marker;
    }
}
