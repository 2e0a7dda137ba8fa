package org.palimpsest.app.chart.axis;

import java.util.function.DoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.shape.Line;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.HasX;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.FxColors;

/** The two vertical lines that move over a drawing without a redraw: where the crosshair stands, and which step is shown. */
public final class Crosshair {
    private final ChartSurface surface;
    private final SharedAxis axis;
    private final DoubleFunction<String> name;
    private final Line cursor = new Line();
    private final Line scrub = new Line();
    private final Label where = new Label();
    private final InvalidationListener mover = changed -> move();

    /**
     * Lines over {@code surface}, which must show a picture that {@link HasX}.
     *
     * @param name writes the position of the crosshair
     */
    public Crosshair(ChartSurface surface, SharedAxis axis, DoubleFunction<String> name) {
        this.surface = surface;
        this.axis = axis;
        this.name = name;
        scrub.setStrokeWidth(2.5);
        cursor.getStrokeDashArray().setAll(3.0, 3.0);
        where.setStyle("-fx-font-size: 0.85em; -fx-padding: 0 0.3em 0 0.3em;");
        surface.overlay().getChildren().addAll(scrub, cursor, where);
        WeakInvalidationListener weak = new WeakInvalidationListener(mover);
        axis.cursorProperty().addListener(weak);
        axis.scrubProperty().addListener(weak);
        surface.shownProperty().addListener(mover);
        surface.themeProperty().addListener(changed -> dress());
        dress();
        move();
    }

    private void dress() {
        ChartTheme theme = surface.themeProperty().get();
        cursor.setStroke(FxColors.toFx(theme.foreground()));
        scrub.setStroke(FxColors.toFx(theme.accent()));
        scrub.setOpacity(0.7);
        where.setTextFill(FxColors.toFx(theme.background()));
        where.setBackground(Background.fill(FxColors.toFx(theme.foreground())));
    }

    private void move() {
        place(
                scrub,
                Double.isNaN(axis.scrubProperty().get())
                        ? Double.NaN
                        : axis.position(axis.scrubProperty().get()));
        double x = place(cursor, axis.cursorProperty().get());
        where.setVisible(cursor.isVisible());
        if (cursor.isVisible()) {
            where.setText(name.apply(axis.cursorProperty().get()));
            where.autosize();
            Bounds plot = surface.shownProperty().get().plot();
            double left =
                    Math.min(Math.max(plot.getMinX(), x - where.getWidth() / 2), plot.getMaxX() - where.getWidth());
            where.relocate(left, plot.getMaxY() + 1);
        }
    }

    private double place(Line line, double position) {
        ChartSurface.Shown shown = surface.shownProperty().get();
        line.setVisible(false);
        if (shown == null || Double.isNaN(position) || !(shown.picture() instanceof HasX picture)) {
            return Double.NaN;
        }
        AxisRange range = picture.x();
        double part = range.part(position);
        if (!(part >= 0 && part <= 1)) {
            return Double.NaN;
        }
        Bounds plot = shown.plot();
        double x = Math.rint(plot.getMinX() + part * plot.getWidth()) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(plot.getMinY());
        line.setEndY(plot.getMaxY());
        line.setVisible(true);
        return x;
    }
}
