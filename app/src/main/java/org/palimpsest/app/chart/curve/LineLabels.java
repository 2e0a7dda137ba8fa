package org.palimpsest.app.chart.curve;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.palimpsest.app.chart.theme.ChartTheme;

/**
 * The labels of events and reference values. JFreeChart writes each where it is told, over others; here no two overlap: events have the
 * upper edge, reference values what remains along their lines. An event without room keeps its sign and a reference a part of its label;
 * what has no room even so keeps its line alone. A line that is pointed at tells its whole text.
 */
final class LineLabels extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;
    /** Rows that labels of neighbouring events are spread over. */
    private static final int ROWS = 3;
    /** Opacity of the ground of a reference's label, of 255: curves behind it can still be followed. */
    private static final int VEIL = 190;
    /** Parts of the plot's width that a reference's label is shortened to, one after the other, until there is room for it. */
    private static final double[] SHARES = {1, 0.6, 0.35};

    private final transient CurvePicture picture;
    private final transient ChartTheme theme;

    LineLabels(CurvePicture picture, ChartTheme theme) {
        this.picture = picture;
        this.theme = theme;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis x,
            ValueAxis y,
            int renderer,
            PlotRenderingInfo info) {
        Font font = theme.font(0.85);
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics();
        LabelRoom room = new LabelRoom(area);
        picture.marks().stream()
                .filter(mark -> x.getRange().contains(mark.x()))
                .sorted(Comparator.comparingDouble(CurvePicture.MarkLine::x))
                .forEach(mark -> {
                    double at = x.valueToJava2D(mark.x(), area, plot.getDomainAxisEdge());
                    String sign = mark.kind().sign();
                    if (!event(graphics, metrics, room, at, mark, (sign + " " + mark.text()).strip())) {
                        event(graphics, metrics, room, at, mark, sign);
                    }
                });
        List<Double> lines = new ArrayList<>();
        for (CurvePicture.ReferenceLine line : picture.references()) {
            lines.add(y.valueToJava2D(line.value(), area, plot.getRangeAxisEdge()));
        }
        for (int i = 0; i < lines.size(); i++) {
            reference(graphics, metrics, room, picture.references().get(i), lines.get(i), lines);
        }
    }

    private boolean event(
            Graphics2D graphics,
            FontMetrics metrics,
            LabelRoom room,
            double at,
            CurvePicture.MarkLine mark,
            String text) {
        Optional<Rectangle2D> place =
                room.take(room.beside(at, metrics.stringWidth(text) + 2, metrics.getHeight(), ROWS));
        place.ifPresent(found -> write(graphics, metrics, found, text, CurveMarkers.colour(mark, theme), 255));
        return place.isPresent();
    }

    private void reference(
            Graphics2D graphics,
            FontMetrics metrics,
            LabelRoom room,
            CurvePicture.ReferenceLine line,
            double at,
            List<Double> lines) {
        for (double share : SHARES) {
            String text = cut(line.label(), metrics, room.width() * share);
            Optional<Rectangle2D> found = room.take(
                    room.along(at, metrics.stringWidth(text) + 2, metrics.getHeight()),
                    place -> lines.stream().noneMatch(other -> other > place.getMinY() && other < place.getMaxY()));
            if (found.isPresent()) {
                write(graphics, metrics, found.get(), text, theme.color(line.style()), VEIL);
                return;
            }
        }
    }

    /** A text, shortened until it is no wider than {@code most} pixels. */
    private static String cut(String text, FontMetrics metrics, double most) {
        String left = text;
        while (left.length() > 1 && metrics.stringWidth(left + "…") > most) {
            left = left.substring(0, left.length() - 1).strip();
        }
        return left.length() == text.length() ? text : left + "…";
    }

    private void write(
            Graphics2D graphics, FontMetrics metrics, Rectangle2D place, String text, Color colour, int opacity) {
        Color ground = theme.background();
        graphics.setColor(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), opacity));
        graphics.fill(place);
        graphics.setColor(colour);
        graphics.drawString(text, (float) place.getX() + 1, (float) place.getY() + metrics.getAscent());
    }
}
