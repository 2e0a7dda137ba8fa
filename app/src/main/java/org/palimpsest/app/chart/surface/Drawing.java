package org.palimpsest.app.chart.surface;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** Draws a chart and says where its plot came to lie. */
public final class Drawing {
    private Drawing() {}

    /**
     * Draws {@code chart} with its upper left corner at the origin.
     *
     * @param graphics drawn with; its state is not restored
     * @return the rectangle between the axes, in the units of {@code width} and {@code height}
     */
    public static Rectangle2D draw(JFreeChart chart, Graphics2D graphics, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        return area == null ? new Rectangle2D.Double(0, 0, width, height) : area;
    }
}
