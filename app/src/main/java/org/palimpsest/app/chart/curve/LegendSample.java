package org.palimpsest.app.chart.curve;

import java.awt.geom.PathIterator;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.FxColors;
import org.palimpsest.app.chart.theme.SeriesStyle;

/** A short piece of a series' line with its marker, as the drawing has it. */
final class LegendSample extends Group {
    LegendSample(SeriesStyle style, ChartTheme theme) {
        Color colour = FxColors.toFx(theme.color(style));
        Line line = new Line(0, 0, 26, 0);
        line.setStroke(colour);
        line.setStrokeWidth(2);
        for (float length : style.dash().lengths()) {
            line.getStrokeDashArray().add((double) length);
        }
        Path marker = new Path();
        marker.setStroke(null);
        marker.setFill(colour);
        marker.setTranslateX(13);
        double[] at = new double[6];
        for (PathIterator path = style.marker().shape(4).getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> marker.getElements().add(new MoveTo(at[0], at[1]));
                case PathIterator.SEG_LINETO -> marker.getElements().add(new LineTo(at[0], at[1]));
                case PathIterator.SEG_CUBICTO ->
                    marker.getElements().add(new CubicCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]));
                default -> marker.getElements().add(new ClosePath());
            }
        }
        getChildren().addAll(line, marker);
    }
}
