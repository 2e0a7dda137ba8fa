package org.palimpsest.app.chart.surface;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.FxColors;
import org.palimpsest.app.chart.theme.ThemeProbe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place in the window where a chart is seen. {@link #redraw()} may be called at any rate: the picture is asked for at most once a frame, only while the surface can
 * be seen and only if something changed, and is drawn by another thread into an image. JavaFX thread only.
 */
public final class ChartSurface extends Region {
    private static final Logger LOG = LoggerFactory.getLogger(ChartSurface.class);

    private final Supplier<? extends Picture> source;
    private final ImageView view = new ImageView();
    private final Pane overlay = new Pane();
    private final Rectangle focusRing = new Rectangle();
    private final ThemeProbe probe = new ThemeProbe();
    private final OnScreen onScreen = new OnScreen(this);
    private final Runnable tick = this::tick;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private ScreenImage front = new ScreenImage(1, 1);
    /** Was seen before; the thread that renders the window may still be reading it, so it rests for one picture. */
    private ScreenImage resting = new ScreenImage(1, 1);

    private ScreenImage back = new ScreenImage(1, 1);
    private boolean dirty = true;
    private boolean drawing;
    private long framesDrawn;

    /**
     * What is on the screen at present.
     *
     * @param picture that was drawn
     * @param plot the rectangle between its axes, in the surface's coordinates
     */
    public record Shown(Picture picture, Bounds plot) {}

    /** A surface that asks {@code source} for its picture, on the JavaFX thread. */
    public ChartSurface(Supplier<? extends Picture> source) {
        this.source = source;
        overlay.setMouseTransparent(true);
        focusRing.setManaged(false);
        focusRing.setMouseTransparent(true);
        focusRing.setFill(null);
        focusRing.setStrokeWidth(2);
        focusRing.visibleProperty().bind(focusedProperty());
        getChildren().addAll(probe, view, overlay, focusRing);
        setFocusTraversable(true);
        setMinSize(80, 60);
        setPrefSize(420, 260);
        setOnMousePressed(event -> requestFocus());
        probe.themeProperty().addListener((property, before, after) -> {
            focusRing.setStroke(FxColors.toFx(after.accent()));
            redraw();
        });
        onScreen.shownProperty().addListener((property, before, now) -> askIfNeeded());
    }

    /** The theme worn now. */
    public ReadOnlyObjectProperty<ChartTheme> themeProperty() {
        return probe.themeProperty();
    }

    /** What is on the screen now; null until something was drawn. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** A pane over the drawing, in the same coordinates, for lines that follow the mouse. It takes no mouse events. */
    public Pane overlay() {
        return overlay;
    }

    /** How many pictures were drawn so far. */
    public long framesDrawn() {
        return framesDrawn;
    }

    /** Has {@code listener} told of the keys that are meant for the drawing; those with Alt are the window's. */
    public void onKey(Consumer<KeyEvent> listener) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isAltDown()) {
                listener.accept(event);
            }
        });
    }

    /** Says that the picture is out of date. */
    public void redraw() {
        dirty = true;
        askIfNeeded();
    }

    @Override
    protected void layoutChildren() {
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        focusRing.setX(1);
        focusRing.setY(1);
        focusRing.setWidth(Math.max(0, getWidth() - 2));
        focusRing.setHeight(Math.max(0, getHeight() - 2));
        if (!front.measures(pixels(getWidth()), pixels(getHeight()))) {
            redraw();
        }
    }

    private void askIfNeeded() {
        if (dirty && !drawing && onScreen.shownProperty().get()) {
            RedrawClock.shared().ask(tick);
        }
    }

    private void tick() {
        if (!dirty || drawing || !onScreen.shownProperty().get() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        dirty = false;
        drawing = true;
        Picture picture = source.get();
        ChartTheme theme = probe.themeProperty().get();
        double width = getWidth();
        double height = getHeight();
        double scale = scale();
        int across = pixels(width);
        int down = pixels(height);
        DrawingThreads.executor().execute(() -> {
            try {
                Rectangle2D plot = draw(picture, theme, across, down, scale, width, height);
                Platform.runLater(() -> present(picture, plot, scale));
            } catch (RuntimeException | Error failure) {
                Platform.runLater(() -> {
                    drawing = false;
                    LOG.error("The chart {} could not be drawn", getAccessibleText(), failure);
                });
            }
        });
    }

    private Rectangle2D draw(
            Picture picture, ChartTheme theme, int across, int down, double scale, double width, double height) {
        if (!back.measures(across, down)) {
            back = new ScreenImage(across, down);
        }
        Graphics2D graphics = back.canvas().createGraphics();
        try {
            graphics.scale(scale, scale);
            return Drawing.draw(picture.chart(theme, false), graphics, width, height);
        } finally {
            graphics.dispose();
        }
    }

    private void present(Picture picture, Rectangle2D plot, double scale) {
        ScreenImage drawn = back;
        back = resting;
        resting = front;
        front = drawn;
        view.setImage(drawn.show());
        view.setFitWidth(drawn.canvas().getWidth() / scale);
        view.setFitHeight(drawn.canvas().getHeight() / scale);
        drawing = false;
        framesDrawn++;
        shown.set(new Shown(picture, new BoundingBox(plot.getX(), plot.getY(), plot.getWidth(), plot.getHeight())));
        askIfNeeded();
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private int pixels(double length) {
        return Math.max(1, (int) Math.ceil(length * scale()));
    }
}
