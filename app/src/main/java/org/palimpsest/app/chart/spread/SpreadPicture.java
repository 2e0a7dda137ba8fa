package org.palimpsest.app.chart.spread;

import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Charts;
import org.palimpsest.app.chart.surface.HasX;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;

/**
 * Histograms at one moment.
 *
 * @param title of the chart
 * @param x axis of the values
 * @param shareLabel what the vertical axis measures
 * @param bins shared by all
 * @param sets the first drawn last, on top
 * @param threshold value of the vertical line, or NaN
 * @param thresholdLabel beside it
 */
record SpreadPicture(
        String title,
        AxisRange x,
        String shareLabel,
        Bins bins,
        List<Distribution> sets,
        double threshold,
        String thresholdLabel)
        implements HasX {
    private static final float SEE_THROUGH = 0.6f;

    SpreadPicture {
        sets = List.copyOf(sets);
    }

    @Override
    public JFreeChart chart(ChartTheme theme, boolean complete) {
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        double most = 0;
        for (Distribution set : sets) {
            double[] shares = bins.shares(set.values());
            double[][] bars = new double[6][bins.count()];
            for (int bin = 0; bin < bins.count(); bin++) {
                bars[0][bin] = (bins.edge(bin) + bins.edge(bin + 1)) / 2;
                bars[1][bin] = bins.edge(bin);
                bars[2][bin] = bins.edge(bin + 1);
                bars[3][bin] = shares[bin];
                bars[5][bin] = shares[bin];
                most = Math.max(most, shares[bin]);
            }
            data.addSeries(set.label(), bars);
        }
        NumberAxis y = new NumberAxis(shareLabel);
        Axes.dress(y, theme);
        y.setNumberFormatOverride(NumberFormat.getPercentInstance());
        y.setRange(0, most == 0 ? 1 : most * 1.1);
        XYPlot plot = new XYPlot(data, x.axis(theme), y, renderer(theme));
        Charts.dress(plot, theme);
        plot.setForegroundAlpha(SEE_THROUGH);
        if (Double.isFinite(threshold)) {
            plot.addDomainMarker(line(theme), Layer.FOREGROUND);
        }
        JFreeChart chart = Charts.of(complete ? title : null, plot, theme);
        if (complete) {
            chart.addLegend(Charts.legend(plot, theme));
        }
        return chart;
    }

    private XYBarRenderer renderer(ChartTheme theme) {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        for (int i = 0; i < sets.size(); i++) {
            sets.get(i).hatch().dress(renderer, i, theme.color(sets.get(i).style()), theme.background(), 1.2f);
        }
        return renderer;
    }

    private ValueMarker line(ChartTheme theme) {
        ValueMarker marker = new ValueMarker(threshold, theme.foreground(), Dash.DASHED.stroke(2));
        marker.setAlpha(1);
        boolean right = x.part(threshold) > 0.7;
        marker.setLabel(thresholdLabel);
        marker.setLabelFont(theme.font(0.85));
        marker.setLabelPaint(theme.foreground());
        marker.setLabelBackgroundColor(theme.background());
        marker.setLabelAnchor(right ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
        return marker;
    }
}
