package org.palimpsest.app.chart.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.palimpsest.app.chart.series.Points;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Draws each series of a {@link DecimatedDataset} as one path, where JFreeChart's renderers would draw thousands of single lines.
 *
 * <p>A line that goes up and down in every pixel column has no room for dashes, and breaking it up would cost more than all else together; it is drawn solid, and its
 * markers tell it from others.
 */
public final class Polylines extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;
    private static final double MARKER_EVERY = 90;
    private static final float WIDTH = 1.6f;
    /** A path is dense if it is this many times longer than the plot is wide. */
    private static final double DENSE = 6;

    private final transient ChartTheme theme;
    private final transient List<SeriesStyle> styles;
    private final boolean faint;

    private Polylines(ChartTheme theme, List<SeriesStyle> styles, boolean faint) {
        this.theme = theme;
        this.styles = styles;
        this.faint = faint;
    }

    /** Lines with dashes and markers. */
    public static Polylines full(ChartTheme theme, List<SeriesStyle> styles) {
        return new Polylines(theme, styles, false);
    }

    /** Thin lines in colours that are mostly background. */
    public static Polylines faint(ChartTheme theme, List<SeriesStyle> styles) {
        return new Polylines(theme, styles, true);
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item == state.getFirstItemIndex() && dataset instanceof DecimatedDataset decimated) {
            drawSeries(graphics, area, plot, domain, range, decimated.points(series), styles.get(series));
        }
    }

    private void drawSeries(
            Graphics2D graphics,
            Rectangle2D area,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            Points points,
            SeriesStyle style) {
        Path2D path = new GeneralPath(Path2D.WIND_NON_ZERO, points.size());
        Path2D markers = new Path2D.Double();
        Shape marker = style.marker().shape(3.5);
        boolean down = false;
        boolean lone = false;
        double length = 0;
        double lastX = 0;
        double lastY = 0;
        double nextMarker = area.getMinX() + MARKER_EVERY * (0.35 + 0.13 * Math.floorMod(style.colour(), 5));
        for (int i = 0; i < points.size(); i++) {
            double value = points.y()[i];
            if (Double.isNaN(value)) {
                if (lone) {
                    markers.append(at(marker, lastX, lastY), false);
                }
                down = false;
                lone = false;
                continue;
            }
            double x = domain.valueToJava2D(points.x()[i], area, plot.getDomainAxisEdge());
            double y = range.valueToJava2D(value, area, plot.getRangeAxisEdge());
            if (down) {
                path.lineTo(x, y);
                length += Math.abs(y - lastY) + Math.abs(x - lastX);
                lone = false;
            } else {
                path.moveTo(x, y);
                lone = true;
            }
            if (x >= nextMarker) {
                markers.append(at(marker, x, y), false);
                nextMarker = x + MARKER_EVERY;
            }
            down = true;
            lastX = x;
            lastY = y;
        }
        if (lone) {
            // A point between two gaps has no line; without its marker it would be lost.
            markers.append(at(marker, lastX, lastY), false);
        }
        Color colour = theme.color(style);
        boolean dense = length > DENSE * area.getWidth();
        graphics.setPaint(faint ? theme.faint(colour) : colour);
        Object edges = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        if (dense) {
            // It fills an area rather than drawing a line; smooth edges inside it would be seen by nobody and take most
            // of the time.
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            graphics.setStroke(Dash.SOLID.stroke(
                    (float) (1 / Math.max(1, graphics.getTransform().getScaleX()))));
        } else {
            graphics.setStroke(faint ? Dash.SOLID.stroke(1) : style.dash().stroke(WIDTH));
        }
        graphics.draw(path);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, edges);
        if (!faint) {
            graphics.fill(markers);
        }
    }

    private static Shape at(Shape marker, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(marker);
    }

    @Override
    public LegendItem getLegendItem(int dataset, int series) {
        SeriesStyle style = styles.get(series);
        Color colour = theme.color(style);
        LegendItem item = new LegendItem(
                getPlot().getDataset(dataset).getSeriesKey(series).toString(),
                null,
                null,
                null,
                true,
                style.marker().shape(3.5),
                true,
                colour,
                false,
                colour,
                style.dash().stroke(1),
                true,
                new Line2D.Double(-14, 0, 14, 0),
                style.dash().stroke(WIDTH),
                colour);
        item.setLabelFont(theme.font(0.9));
        item.setLabelPaint(theme.foreground());
        item.setDataset(getPlot().getDataset(dataset));
        item.setSeriesIndex(series);
        return item;
    }
}
