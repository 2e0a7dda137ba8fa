package org.palimpsest.app.chart.layers;

import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Charts;
import org.palimpsest.app.chart.plot.ScalePaint;
import org.palimpsest.app.chart.surface.HasX;
import org.palimpsest.app.chart.theme.ChartTheme;

/**
 * A heat map at one moment.
 *
 * @param title of the chart
 * @param x horizontal axis
 * @param y vertical axis: layer n lies from n − ½ to n + ½
 * @param amounts [layer, column] over the whole horizontal axis; NaN is left empty
 * @param paint colours of amounts
 * @param amountLabel what is shown, with its unit
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and written by nobody once it stands here.
record HeatPicture(String title, AxisRange x, AxisRange y, double[][] amounts, ScalePaint paint, String amountLabel)
        implements HasX {
    private static final int LEAST_ROWS = 256;

    @Override
    public JFreeChart chart(ChartTheme theme, boolean complete) {
        ScalePaint worn = new ScalePaint(paint.scale().on(theme.background()), paint.low(), paint.high());
        XYPlot plot = new XYPlot(new XYSeriesCollection(), x.axis(theme), y.axis(theme), null);
        Charts.dress(plot, theme);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        if (amounts.length > 0) {
            // JFreeChart's block renderer knows blocks of one width in steps, which a logarithmic axis does not have;
            // here the blocks are pixels.
            plot.addAnnotation(
                    new XYDataImageAnnotation(image(worn), x.low(), y.low(), x.high() - x.low(), y.high() - y.low()));
        }
        JFreeChart chart = Charts.of(complete ? title : null, plot, theme);
        chart.addSubtitle(legend(worn, theme));
        return chart;
    }

    /** A row of blocks is many rows of pixels, since readers of SVG and PDF would let few rows run into one another. */
    private BufferedImage image(ScalePaint worn) {
        int layers = amounts.length;
        int columns = amounts[0].length;
        int thickness = Math.max(1, LEAST_ROWS / layers);
        BufferedImage image = new BufferedImage(columns, layers * thickness, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[columns];
        for (int layer = 0; layer < layers; layer++) {
            for (int column = 0; column < columns; column++) {
                double amount = amounts[layer][column];
                row[column] = Double.isNaN(amount) ? 0 : worn.colour(amount).getRGB();
            }
            int top = (layers - 1 - layer) * thickness;
            image.setRGB(0, top, columns, thickness, row, 0, 0);
        }
        return image;
    }

    private PaintScaleLegend legend(ScalePaint worn, ChartTheme theme) {
        NumberAxis axis = new NumberAxis(amountLabel);
        Axes.dress(axis, theme);
        PaintScaleLegend legend = new PaintScaleLegend(worn, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setStripWidth(theme.fontSize());
        legend.setBackgroundPaint(theme.background());
        legend.setStripOutlinePaint(theme.border());
        legend.setSubdivisionCount(64);
        legend.setMargin(new RectangleInsets(2, theme.fontSize() * 0.8, theme.fontSize() * 2, 0));
        return legend;
    }
}
