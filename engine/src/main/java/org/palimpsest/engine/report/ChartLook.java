package org.palimpsest.engine.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts of a report have in common: fonts, thin lines, no boxes, colours of the page. */
final class ChartLook {

    static final Font NORMAL = new MeasuredFont(Font.PLAIN, 12);
    static final Font SMALL = new MeasuredFont(Font.PLAIN, 11);
    private static final BasicStroke HAIRLINE = new BasicStroke(1);

    private ChartLook() {}

    /** A chart without title, which stands in the page above it. */
    static JFreeChart chart(Plot plot, boolean legend) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 4, 2, 10));
        JFreeChart chart = new JFreeChart(null, NORMAL, plot, false);
        chart.setBackgroundPaint(null);
        chart.setElementHinting(false);
        if (legend) {
            LegendTitle items = new LegendTitle(plot);
            items.setItemFont(NORMAL);
            items.setItemPaint(Ink.TEXT);
            items.setBackgroundPaint(null);
            items.setFrame(BlockBorder.NONE);
            items.setPosition(RectangleEdge.BOTTOM);
            items.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
            chart.addLegend(items);
        }
        return chart;
    }

    static <A extends Axis> A axis(A axis) {
        axis.setLabelFont(NORMAL);
        axis.setLabelPaint(Ink.TEXT);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(Ink.TEXT);
        axis.setAxisLinePaint(Ink.MUTED);
        axis.setTickMarkPaint(Ink.MUTED);
        if (axis instanceof NumberAxis numbers) {
            numbers.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        }
        return axis;
    }

    static void grid(XYPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void grid(CategoryPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }
}
