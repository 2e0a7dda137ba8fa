package org.palimpsest.app.chart.curve;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.surface.ChartSurface;

/** The wheel with Ctrl, and up and down with Shift, zoom the vertical axis of one panel; what shows everything again fits it to the curves. */
final class VerticalZoom {
    private static final double STEP = 0.85;

    private final ChartSurface surface;
    private final ObjectProperty<Extent> zoom;

    VerticalZoom(ChartSurface surface, ObjectProperty<Extent> zoom) {
        this.surface = surface;
        this.zoom = zoom;
        surface.addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.isControlDown() && event.getDeltaY() != 0) {
                by(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getY());
                event.consume();
            }
        });
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                zoom.set(null);
            }
        });
        surface.onKey(this::key);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!event.isControlDown() && (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0)) {
            zoom.set(null);
        } else if (event.isShiftDown() && code == KeyCode.UP) {
            by(STEP, Double.NaN);
            event.consume();
        } else if (event.isShiftDown() && code == KeyCode.DOWN) {
            by(1 / STEP, Double.NaN);
            event.consume();
        }
    }

    /** Zooms about the value under a pixel, or about the middle. */
    private void by(double factor, double pixel) {
        ChartSurface.Shown shown = surface.shownProperty().get();
        if (shown == null || !(shown.picture() instanceof CurvePicture picture)) {
            return;
        }
        AxisRange y = picture.y();
        Bounds plot = shown.plot();
        double part = Double.isNaN(pixel) ? 0.5 : (plot.getMaxY() - pixel) / plot.getHeight();
        double middle = Math.min(1, Math.max(0, part));
        Extent next = new Extent(y.at(middle - middle * factor), y.at(middle + (1 - middle) * factor));
        if (next.high() > next.low() && Double.isFinite(next.high() - next.low())) {
            zoom.set(next);
        }
    }
}
