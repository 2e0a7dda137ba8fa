package org.palimpsest.app.chart.plot;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;

/** Dresses JFreeChart's parts in the window's theme. */
public final class Charts {
    private Charts() {}

    /** A chart without legend; without title if that is null. */
    public static JFreeChart of(String title, Plot plot, ChartTheme theme) {
        // The number under the right end of an axis reaches beyond it.
        JFreeChart chart = new JFreeChart(title, theme.font(1.15), plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(4, 4, 4, theme.fontSize() * 1.6));
        if (chart.getTitle() != null) {
            chart.getTitle().setPaint(theme.foreground());
        }
        return chart;
    }

    /** A legend under the chart. */
    public static LegendTitle legend(LegendItemSource source, ChartTheme theme) {
        LegendTitle legend = new LegendTitle(source);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(theme.font(0.9));
        legend.setItemPaint(theme.foreground());
        legend.setBackgroundPaint(theme.background());
        return legend;
    }

    /** Background, grid and border of a plot. */
    public static void dress(XYPlot plot, ChartTheme theme) {
        plot.setBackgroundPaint(theme.background());
        plot.setDomainGridlinePaint(theme.grid());
        plot.setRangeGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(Dash.SOLID.stroke(1));
        plot.setRangeGridlineStroke(Dash.SOLID.stroke(1));
        plot.setDomainZeroBaselineVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setOutlinePaint(theme.border());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        // Room above and below the numbers keeps the grid from being as dense as they can just stand.
        plot.getRangeAxis()
                .setTickLabelInsets(new RectangleInsets(theme.fontSize() * 0.4, 3, theme.fontSize() * 0.4, 3));
    }
}
