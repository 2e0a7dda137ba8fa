package org.palimpsest.engine.report;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link CurvePlot}. */
final class CurveChart {

    static final int WIDTH = 560;
    static final int HEIGHT = 300;
    private static final int PIXEL_COLUMNS = 300;
    private static final int MARKERS = 7;

    private final CurvePlot plot;
    private final List<Curve> curves;

    CurveChart(CurvePlot plot, List<Curve> drawn) {
        this.plot = plot;
        this.curves = drawn;
    }

    String svg(String id) {
        XYSeriesCollection data = new XYSeriesCollection();
        List<Ink> inks = new ArrayList<>();
        for (Curve curve : curves) {
            // The data set needs unequal keys, and two curves may have one name.
            XYSeries series = new XYSeries(data.getSeriesCount() + "\u0000" + curve.name(), false, true);
            Decimation.of(curve.points(), PIXEL_COLUMNS).forEach(p -> series.add(p.x(), p.y()));
            data.addSeries(series);
            inks.add(curve.ink());
        }
        XYPlot xy = new XYPlot(data, axis(plot.xLabel()), axis(plot.yLabel()), new Lines(data, inks));
        boolean whole = curves.stream().flatMap(c -> c.points().stream()).allMatch(p -> p.x() == Math.rint(p.x()));
        if (whole) {
            xy.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        }
        xy.getDomainAxis().setLowerMargin(0.02);
        xy.getDomainAxis().setUpperMargin(0.02);
        ((NumberAxis) xy.getDomainAxis()).setAutoRangeIncludesZero(false);
        ((NumberAxis) xy.getRangeAxis()).setAutoRangeIncludesZero(nearZero());
        xy.setRangeZeroBaselineVisible(true);
        xy.setRangeZeroBaselinePaint(Ink.MUTED);
        ChartLook.grid(xy);
        plot.marks().forEach(mark -> xy.addDomainMarker(upright(mark)));
        JFreeChart chart = ChartLook.chart(
                xy, curves.size() > 1 || !plot.title().equals(curves.get(0).name()));
        return SvgDrawing.of(chart, id, WIDTH, HEIGHT, plot.title(), CurvePlot.alt(curves, plot.xLabel()));
    }

    /** Zero belongs on the axis unless that would squeeze the curves into a corner. */
    private boolean nearZero() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (Point point : curve.points()) {
                if (!Double.isNaN(point.y())) {
                    low = Math.min(low, point.y());
                    high = Math.max(high, point.y());
                }
            }
        }
        return low >= 0 ? low < 0.6 * high : high > 0.6 * low;
    }

    private static NumberAxis axis(String label) {
        return ChartLook.axis(new NumberAxis(label));
    }

    private static ValueMarker upright(CurvePlot.Mark mark) {
        ValueMarker marker = new ValueMarker(
                mark.x(),
                Ink.MUTED,
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0));
        marker.setLabel(mark.label());
        marker.setLabelFont(ChartLook.SMALL);
        marker.setLabelPaint(Ink.MUTED);
        marker.setLabelBackgroundColor(Ink.PAPER);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return marker;
    }

    /** Lines as one path a series, with a few markers spread along each so that they can be told apart. */
    private static final class Lines extends XYLineAndShapeRenderer {

        private static final long serialVersionUID = 1L;

        private final transient List<Ink> inks;

        Lines(XYSeriesCollection data, List<Ink> inks) {
            super(true, true);
            this.inks = inks;
            setDrawSeriesLineAsPath(true);
            setLegendLine(new Line2D.Double(-17, 0, 17, 0));
            for (int i = 0; i < inks.size(); i++) {
                Ink ink = inks.get(i);
                setSeriesPaint(i, ink.color());
                setSeriesStroke(i, ink.stroke());
                setSeriesShape(i, ink.marker());
                setSeriesOutlineStroke(i, new BasicStroke(0));
            }
            setUseOutlinePaint(false);
            setDrawOutlines(false);
            setLegendItemLabelGenerator((dataset, series) -> {
                String key = dataset.getSeriesKey(series).toString();
                return Visible.text(key.substring(key.indexOf('\u0000') + 1));
            });
            setDefaultLegendTextPaint(Ink.TEXT);
            items = data;
        }

        private final XYSeriesCollection items;

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            Ink ink = inks.get(series);
            int count = items.getItemCount(series);
            if (!ink.marked()) {
                return count == 1;
            }
            int stride = Math.max(1, count / MARKERS);
            // Shifted from series to series, so that markers of equal curves do not hide each other.
            boolean end = item == 0 || item == count - 1;
            return end || item % stride == ink.index() * stride / Ink.KINDS % stride;
        }
    }
}
