package org.palimpsest.app.chart.axis;

import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.HasX;
import org.palimpsest.app.chart.theme.FxColors;

/**
 * Mouse and keyboard over a shared axis: moving sets the crosshair, dragging zooms to a stretch, the wheel zooms about the pointer, the wheel with Shift and the drag
 * with Ctrl move sideways, a double click shows everything. Arrows move the crosshair (with Ctrl ten times as far, with Shift the
 * stretch itself), + and − zoom about it, 0 shows everything, Home and End go to the ends, Escape takes the crosshair away.
 */
public final class AxisGestures {
    private static final double WHEEL = 0.85;
    private static final double KEY = 0.7;
    /** A drag shorter than this many pixels was meant as a click. */
    private static final double CLICK = 5;

    private final ChartSurface surface;
    private final SharedAxis axis;
    private final Rectangle band = new Rectangle();
    private double pressedAt = Double.NaN;
    private double pannedFrom = Double.NaN;

    /** Listens to {@code surface}, which must show a picture that {@link HasX}. */
    public AxisGestures(ChartSurface surface, SharedAxis axis) {
        this.surface = surface;
        this.axis = axis;
        band.setVisible(false);
        band.setManaged(false);
        surface.overlay().getChildren().add(band);
        surface.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> axis.cursorProperty().set(at(event.getX())));
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            if (!surface.isFocused()) {
                axis.cursorProperty().set(Double.NaN);
            }
        });
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                axis.showAll();
            }
        });
        surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        surface.onKey(this::key);
    }

    private void press(MouseEvent event) {
        boolean move = event.getButton() == MouseButton.MIDDLE || event.isControlDown();
        pannedFrom = move ? event.getX() : Double.NaN;
        pressedAt = !move && event.getButton() == MouseButton.PRIMARY ? event.getX() : Double.NaN;
    }

    private void drag(MouseEvent event) {
        Bounds plot = plot();
        if (plot == null) {
            return;
        }
        if (Double.isFinite(pannedFrom)) {
            axis.pan((pannedFrom - event.getX()) / plot.getWidth());
            pannedFrom = event.getX();
        } else if (Double.isFinite(pressedAt)) {
            double left = Math.max(plot.getMinX(), Math.min(pressedAt, event.getX()));
            double right = Math.min(plot.getMaxX(), Math.max(pressedAt, event.getX()));
            band.setFill(FxColors.toFx(surface.themeProperty().get().accent()).deriveColor(0, 1, 1, 0.25));
            band.setX(left);
            band.setWidth(Math.max(0, right - left));
            band.setY(plot.getMinY());
            band.setHeight(plot.getHeight());
            band.setVisible(true);
            axis.cursorProperty().set(at(event.getX()));
        }
    }

    private void release(MouseEvent event) {
        band.setVisible(false);
        if (Double.isFinite(pressedAt) && Math.abs(event.getX() - pressedAt) > CLICK) {
            double one = at(pressedAt);
            double other = at(event.getX());
            axis.zoomTo(Math.min(one, other), Math.max(one, other));
        }
        pressedAt = Double.NaN;
        pannedFrom = Double.NaN;
    }

    private void scroll(ScrollEvent event) {
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        // With Ctrl both are left to whoever zooms the vertical axis.
        if (turned == 0 || event.isControlDown()) {
            return;
        }
        if (event.isShiftDown()) {
            axis.pan(turned > 0 ? -0.1 : 0.1);
        } else {
            axis.zoomBy(turned > 0 ? WHEEL : 1 / WHEEL, at(event.getX()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case LEFT -> sideways(event, -1);
            case RIGHT -> sideways(event, 1);
            case PLUS, ADD, EQUALS -> used = zoom(event, KEY);
            case MINUS, SUBTRACT -> used = zoom(event, 1 / KEY);
            case DIGIT0, NUMPAD0 -> used = all(event);
            case HOME -> cursorTo(0);
            case END -> cursorTo(1);
            case ESCAPE -> {
                used = Double.isFinite(axis.cursorProperty().get());
                axis.cursorProperty().set(Double.NaN);
            }
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private boolean all(KeyEvent event) {
        if (event.isControlDown()) {
            return false;
        }
        axis.showAll();
        return true;
    }

    private boolean zoom(KeyEvent event, double factor) {
        if (event.isControlDown()) {
            return false;
        }
        axis.zoomBy(factor, axis.cursorProperty().get());
        return true;
    }

    private void sideways(KeyEvent event, int direction) {
        if (event.isShiftDown()) {
            axis.pan(direction * 0.1);
            return;
        }
        Bounds plot = plot();
        if (plot == null) {
            return;
        }
        AxisRange range = shownRange();
        double now = axis.cursorProperty().get();
        double part = Double.isFinite(now) ? range.part(now) : 0.5;
        double step = (event.isControlDown() ? 20 : 2) / Math.max(1, plot.getWidth());
        cursorTo(Math.min(1, Math.max(0, part + direction * step)));
    }

    private void cursorTo(double part) {
        if (plot() != null) {
            axis.cursorProperty().set(shownRange().at(part));
        }
    }

    /** The position under a pixel, held within the plot; NaN while nothing is shown. */
    private double at(double pixel) {
        Bounds plot = plot();
        if (plot == null) {
            return Double.NaN;
        }
        double part = (pixel - plot.getMinX()) / plot.getWidth();
        return shownRange().at(Math.min(1, Math.max(0, part)));
    }

    private AxisRange shownRange() {
        return ((HasX) surface.shownProperty().get().picture()).x();
    }

    private Bounds plot() {
        ChartSurface.Shown shown = surface.shownProperty().get();
        return shown == null ? null : shown.plot();
    }
}
