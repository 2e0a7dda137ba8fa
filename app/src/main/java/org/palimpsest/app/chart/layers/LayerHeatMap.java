package org.palimpsest.app.chart.layers;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.palimpsest.app.chart.axis.AxisGestures;
import org.palimpsest.app.chart.axis.AxisNames;
import org.palimpsest.app.chart.axis.Crosshair;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.plot.ScalePaint;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.series.HeatColumns;
import org.palimpsest.app.chart.series.Viewport;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.ColourScale;
import org.palimpsest.app.chart.theme.FxColors;

/** Amounts in each layer over steps: what is written of one cell is read under the crosshair. JavaFX thread only. */
public final class LayerHeatMap extends ChartBox {
    private final SharedAxis axis;
    private final ColourScale scale;
    private final LayerGrid grid = new LayerGrid();
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", -1);
    private final StringProperty amountLabel = new SimpleStringProperty(this, "amountLabel", "");
    private final Label reading = new Label();
    private final Rectangle row = new Rectangle();
    private final InvalidationListener axisMoved = moved -> surface().redraw();
    private final InvalidationListener cursorMoved = moved -> read();

    /**
     * An empty map.
     *
     * @param title on screen
     * @param axis shared with other charts
     * @param scale {@link ColourScale#RISING} for amounts of one sign, {@link ColourScale#TWO_SIDED} for those around zero
     */
    public LayerHeatMap(String title, SharedAxis axis, ColourScale scale) {
        super(title);
        this.axis = axis;
        this.scale = scale;
        axis.join(grid);
        WeakInvalidationListener weak = new WeakInvalidationListener(axisMoved);
        axis.choiceProperty().addListener(weak);
        axis.logarithmicProperty().addListener(weak);
        axis.zoomProperty().addListener(weak);
        axis.wholeProperty().addListener(weak);
        axis.cursorProperty().addListener(new WeakInvalidationListener(cursorMoved));
        layer.addListener(cursorMoved);
        amountLabel.addListener(axisMoved);
        row.setManaged(false);
        row.setFill(null);
        row.setStrokeWidth(1.5);
        surface().overlay().getChildren().add(row);
        new Crosshair(surface(), axis, x -> AxisNames.position(words(), choice(), x));
        new AxisGestures(surface(), axis);
        surface().addEventHandler(MouseEvent.MOUSE_MOVED, event -> layer.set(layerAt(event.getY())));
        surface().addEventHandler(MouseEvent.MOUSE_EXITED, event -> read());
        surface().onKey(this::key);
        surface().shownProperty().addListener(cursorMoved);
        surface().setAccessibleHelp(words().get("keys.layers"));
        reading.getStyleClass().add("chart-note");
        setBottom(reading);
        read();
    }

    /** Appends what was observed at a step of which nothing else is known; see {@link #append(double, double, double, List)}. */
    public void append(double step, List<Double> amounts) {
        append(step, Double.NaN, Double.NaN, amounts);
    }

    /**
     * Appends what was observed at a step.
     *
     * @param seconds since the run began, or NaN
     * @param tokens trained on so far, or NaN
     * @param amounts one a layer, first layer first; NaN is left empty
     * @throws IllegalArgumentException if the number of layers differs from before
     */
    public void append(double step, double seconds, double tokens, List<Double> amounts) {
        grid.append(step, seconds, tokens, amounts);
        surface().redraw();
    }

    /** Takes back what was observed from {@code step} on, because the run went back there. */
    public void cutBack(double step) {
        grid.cutBack(step);
        surface().redraw();
    }

    /** Takes everything away. */
    public void clear() {
        grid.clear();
        layer.set(-1);
        surface().redraw();
    }

    /** The layer under the crosshair, counted from 0; -1 if there is none. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** What the amounts are, with their unit. */
    public StringProperty amountLabelProperty() {
        return amountLabel;
    }

    /** What is written of the cell under the crosshair. */
    public String reading() {
        return reading.getText();
    }

    /** The horizontal axis. */
    public SharedAxis axis() {
        return axis;
    }

    @Override
    protected Picture picture() {
        axis.refresh();
        AxisRange x = axis.range(words().get("axis." + choice()));
        ChartSurface.Shown shown = surface().shownProperty().get();
        double width = shown == null ? surface().getWidth() : shown.plot().getWidth();
        Viewport view =
                new Viewport(choice(), x.low(), x.high(), x.logarithmic(), false, Math.max(1, (int) Math.ceil(width)));
        double[][] amounts = HeatColumns.of(grid.layers(), view);
        AxisRange y = new AxisRange(
                words().get("axis.layer"), -0.5, Math.max(1, grid.layers().size()) - 0.5, false, Axes.Numbers.WHOLE);
        return new HeatPicture(titleProperty().get(), x, y, amounts, paint(amounts), amountLabel.get());
    }

    private ScalePaint paint(double[][] amounts) {
        Extent reach = Extent.NONE;
        for (double[] each : amounts) {
            for (double amount : each) {
                reach = reach.with(amount);
            }
        }
        if (reach.isEmpty()) {
            return new ScalePaint(scale, scale == ColourScale.TWO_SIDED ? -1 : 0, 1);
        }
        if (scale == ColourScale.TWO_SIDED) {
            double most = Math.max(1e-12, Math.max(Math.abs(reach.low()), Math.abs(reach.high())));
            return new ScalePaint(scale, -most, most);
        }
        double high = reach.high() > reach.low() ? reach.high() : reach.low() + Math.max(1e-12, Math.abs(reach.low()));
        return new ScalePaint(scale, reach.low(), high);
    }

    @Override
    public ChartTable table() {
        List<String> columns = new ArrayList<>();
        columns.add(words().get("axis.STEP"));
        for (int i = 0; i < grid.layers().size(); i++) {
            columns.add(words().get("layer", i));
        }
        return grid.table(columns);
    }

    private XChoice choice() {
        return axis.choiceProperty().get();
    }

    private int layerAt(double pixel) {
        ChartSurface.Shown shown = surface().shownProperty().get();
        if (shown == null || grid.layers().isEmpty()) {
            return -1;
        }
        Bounds plot = shown.plot();
        double part = (plot.getMaxY() - pixel) / plot.getHeight();
        return part < 0 || part >= 1 ? -1 : (int) (part * grid.layers().size());
    }

    private void key(KeyEvent event) {
        int change = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (change != 0 && !grid.layers().isEmpty()) {
            layer.set(Math.max(0, Math.min(grid.layers().size() - 1, layer.get() + change)));
            event.consume();
        }
    }

    private void read() {
        double x = axis.cursorProperty().get();
        int at = layer.get();
        boolean cell = Double.isFinite(x) && at >= 0 && at < grid.layers().size();
        String text = cell
                ? words().get(
                                "layers.reading",
                                AxisNames.position(words(), choice(), grid.positionNear(choice(), x)),
                                at,
                                Numerals.value(grid.amountAt(choice(), x, at)))
                : words().get("layers.none");
        reading.setText(text);
        surface().setAccessibleText(titleProperty().get() + (cell ? ", " + text : ""));
        ChartSurface.Shown shown = surface().shownProperty().get();
        row.setVisible(cell && shown != null);
        if (row.isVisible()) {
            double height = shown.plot().getHeight() / grid.layers().size();
            row.setX(shown.plot().getMinX());
            row.setWidth(shown.plot().getWidth());
            row.setY(shown.plot().getMaxY() - (at + 1) * height);
            row.setHeight(height);
            row.setStroke(FxColors.toFx(surface().themeProperty().get().foreground()));
        }
    }
}
