package org.palimpsest.engine.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * Curves over one axis.
 *
 * @param marks where something happened, drawn as thin upright lines
 */
record CurvePlot(String title, String xLabel, String yLabel, List<Curve> curves, List<Mark> marks) {

    /** Something that happened at a place of the axis. */
    record Mark(double x, String label) {}

    CurvePlot {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    CurvePlot(String title, String xLabel, String yLabel, List<Curve> curves) {
        this(title, xLabel, yLabel, curves, List.of());
    }

    /** The picture and its numbers. */
    Figure figure(String id) {
        List<Curve> drawn = curves.stream().filter(c -> !c.isEmpty()).toList();
        return new Figure(id, title, new CurveChart(this, drawn).svg(id), DataTable.of(xLabel, drawn), false);
    }

    /** Hands the plot over when at least one of its curves has a point. */
    void ifDrawn(Consumer<CurvePlot> taker) {
        if (curves.stream().anyMatch(c -> !c.isEmpty())) {
            taker.accept(this);
        }
    }

    /** In words: each curve's first, last, lowest and highest value. */
    static String alt(List<Curve> curves, String xLabel) {
        StringBuilder words = new StringBuilder("Lines over " + xLabel + ".");
        for (Curve curve : curves) {
            List<Point> points =
                    curve.points().stream().filter(p -> !Double.isNaN(p.y())).toList();
            double first = points.get(0).y();
            double last = points.get(points.size() - 1).y();
            words.append(' ').append(curve.name()).append(": ");
            if (points.stream().allMatch(p -> p.y() == first)) {
                words.append(NumberText.of(first)).append(" throughout.");
                continue;
            }
            words.append("from ")
                    .append(NumberText.of(first))
                    .append(" to ")
                    .append(NumberText.of(last))
                    .append(", lowest ")
                    .append(NumberText.of(
                            points.stream().mapToDouble(Point::y).min().orElseThrow()))
                    .append(", highest ")
                    .append(NumberText.of(
                            points.stream().mapToDouble(Point::y).max().orElseThrow()))
                    .append('.');
        }
        return words.toString();
    }
}
