package org.palimpsest.app.chart.curve;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.palimpsest.app.chart.surface.ChartSurface;

/** Tells what the lines across a plot are when they are pointed at, whether or not there was room for their labels. */
final class LineTips {
    /** So far from a line one still points at it, in pixels. */
    private static final double NEAR = 5;

    private final ChartSurface surface;
    private final Tooltip tip = new Tooltip();
    private boolean installed;

    LineTips(ChartSurface surface) {
        this.surface = surface;
        tip.setWrapText(true);
        tip.setMaxWidth(400);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tell(List.of()));
    }

    private void point(double x, double y) {
        ChartSurface.Shown shown = surface.shownProperty().get();
        boolean over = shown != null && shown.plot().contains(x, y);
        tell(over && shown.picture() instanceof CurvePicture picture ? at(picture, shown.plot(), x, y) : List.of());
    }

    /** The texts of the lines near a pixel of the surface. */
    static List<String> at(CurvePicture picture, Bounds plot, double x, double y) {
        List<String> texts = new ArrayList<>();
        for (CurvePicture.MarkLine mark : picture.marks()) {
            double at = plot.getMinX() + picture.x().part(mark.x()) * plot.getWidth();
            if (Math.abs(at - x) <= NEAR) {
                texts.add((mark.kind().sign() + " " + mark.text()).strip());
            }
        }
        for (CurvePicture.ReferenceLine line : picture.references()) {
            double at = plot.getMaxY() - picture.y().part(line.value()) * plot.getHeight();
            if (Math.abs(at - y) <= NEAR) {
                texts.add(line.label());
            }
        }
        return texts;
    }

    private void tell(List<String> texts) {
        if (!texts.isEmpty()) {
            tip.setText(String.join("\n", texts));
        }
        if (texts.isEmpty() == installed) {
            installed = !texts.isEmpty();
            if (installed) {
                Tooltip.install(surface, tip);
            } else {
                tip.hide();
                Tooltip.uninstall(surface, tip);
            }
        }
    }
}
