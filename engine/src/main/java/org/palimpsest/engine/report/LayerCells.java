package org.palimpsest.engine.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;

/** Cells of a heat map as one plain rectangle each; the library's own come with an outline each, twice the size on disk. */
final class LayerCells extends XYBlockRenderer {

    private static final long serialVersionUID = 1L;

    /** Pixels by which a cell reaches under its neighbours, so that no paper shines through between them. */
    private static final double OVERLAP = 0.4;

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis steps,
            ValueAxis layers,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        double x = data.getXValue(series, item);
        double y = data.getYValue(series, item);
        double left = steps.valueToJava2D(x, area, plot.getDomainAxisEdge());
        double right = steps.valueToJava2D(x + getBlockWidth(), area, plot.getDomainAxisEdge());
        double bottom = layers.valueToJava2D(y - getBlockHeight() / 2, area, plot.getRangeAxisEdge());
        double top = layers.valueToJava2D(y + getBlockHeight() / 2, area, plot.getRangeAxisEdge());
        graphics.setPaint(getPaintScale().getPaint(((XYZDataset) data).getZValue(series, item)));
        graphics.fill(new Rectangle2D.Double(left, top, right - left + OVERLAP, bottom - top + OVERLAP));
    }
}
