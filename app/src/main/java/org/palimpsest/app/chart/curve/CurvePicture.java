package org.palimpsest.app.chart.curve;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Charts;
import org.palimpsest.app.chart.plot.DecimatedDataset;
import org.palimpsest.app.chart.plot.Polylines;
import org.palimpsest.app.chart.series.Points;
import org.palimpsest.app.chart.surface.HasX;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Curves at one moment.
 *
 * @param title of the chart
 * @param x horizontal axis
 * @param y vertical axis
 * @param lines curves, the first drawn first
 * @param references dashed horizontal lines
 * @param marks dashed vertical lines
 */
public record CurvePicture(
        String title, AxisRange x, AxisRange y, List<Line> lines, List<ReferenceLine> references, List<MarkLine> marks)
        implements HasX {

    /** Copies the lists. */
    public CurvePicture {
        lines = List.copyOf(lines);
        references = List.copyOf(references);
        marks = List.copyOf(marks);
    }

    /**
     * One curve.
     *
     * @param label of the series
     * @param style of the line
     * @param points drawn
     * @param behind drawn faintly before the others: the raw line of a smoothed one; has no points otherwise
     */
    public record Line(String label, SeriesStyle style, Points points, Points behind) {}

    /**
     * A value to compare with.
     *
     * @param label beside the line
     * @param value where it lies
     * @param style colour of the line
     */
    public record ReferenceLine(String label, double value, SeriesStyle style) {}

    /**
     * An event.
     *
     * @param kind of event
     * @param text beside the line
     * @param x where it lies on the chosen axis
     */
    public record MarkLine(MarkKind kind, String text, double x) {}

    @Override
    public JFreeChart chart(ChartTheme theme, boolean complete) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(x.axis(theme));
        plot.setRangeAxis(y.axis(theme));
        plot.setDataset(0, DecimatedDataset.of(lines, Line::label, Line::behind));
        plot.setRenderer(
                0, Polylines.faint(theme, lines.stream().map(Line::style).toList()));
        plot.setDataset(1, DecimatedDataset.of(lines, Line::label, Line::points));
        plot.setRenderer(
                1, Polylines.full(theme, lines.stream().map(Line::style).toList()));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        CurveMarkers.add(plot, theme, this);
        Charts.dress(plot, theme);
        JFreeChart chart = Charts.of(complete ? title : null, plot, theme);
        if (complete) {
            LegendTitle legend = Charts.legend(() -> plot.getRenderer(1).getLegendItems(), theme);
            chart.addLegend(legend);
        }
        return chart;
    }
}
