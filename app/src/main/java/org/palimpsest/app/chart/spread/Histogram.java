package org.palimpsest.app.chart.spread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.box.HatchSample;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.Hatch;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Distributions over one another, as the share of each set in common bins. A threshold can be dragged, or moved by the arrow keys, if the chart offers one. JavaFX
 * thread only.
 */
public final class Histogram extends ChartBox {
    private final Map<String, Distribution> sets = new LinkedHashMap<>();
    private final StringProperty xLabel = new SimpleStringProperty(this, "xLabel");
    private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", Double.NaN);
    private final StringProperty thresholdLabel = new SimpleStringProperty(this, "thresholdLabel", "");
    private final BooleanProperty movable = new SimpleBooleanProperty(this, "movable");
    private final FlowPane legend = new FlowPane();

    /** An empty chart; {@code xLabel} says what the values are, with their unit. */
    public Histogram(String title, String xLabel) {
        super(title);
        this.xLabel.set(xLabel);
        this.xLabel.addListener(changed -> surface().redraw());
        thresholdLabel.addListener(changed -> surface().redraw());
        threshold.addListener(changed -> {
            surface().redraw();
            surface().setAccessibleText(titleProperty().get() + ", " + thresholdText());
        });
        surface().themeProperty().addListener(changed -> dress());
        surface().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> drag(event.getX()));
        surface().addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event.getX()));
        surface().onKey(this::key);
        surface().setAccessibleHelp(words().get("keys.spread"));
        legend.getStyleClass().add("chart-legend");
        legend.setMinWidth(0);
        setBottom(legend);
    }

    /**
     * Shows a set of values; replaces the one with the same id.
     *
     * @param values NaN and infinite ones are left out
     */
    public void distribution(String id, String label, SeriesStyle style, double[] values) {
        int place = sets.containsKey(id) ? new ArrayList<>(sets.keySet()).indexOf(id) : sets.size();
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        sets.put(id, new Distribution(label, style, Hatch.of(place), finite));
        changed();
    }

    /** Takes a set away. */
    public void remove(String id) {
        sets.remove(id);
        changed();
    }

    /** Takes all sets and the threshold away. */
    public void clear() {
        sets.clear();
        threshold.set(Double.NaN);
        changed();
    }

    /** What the values are, with their unit. */
    public StringProperty xLabelProperty() {
        return xLabel;
    }

    /** Where the vertical line stands; NaN if there is none. */
    public DoubleProperty thresholdProperty() {
        return threshold;
    }

    /** What the vertical line means; its value is written behind it. */
    public StringProperty thresholdLabelProperty() {
        return thresholdLabel;
    }

    /** Whether the person may move the vertical line. */
    public BooleanProperty movableProperty() {
        return movable;
    }

    @Override
    protected Picture picture() {
        Bins bins = bins();
        return new SpreadPicture(
                titleProperty().get(),
                new AxisRange(xLabel.get(), bins.low(), bins.high(), false, Axes.Numbers.PLAIN),
                words().get("share"),
                bins,
                new ArrayList<>(sets.values()),
                threshold.get(),
                thresholdText());
    }

    @Override
    public ChartTable table() {
        Bins bins = bins();
        List<String> columns = new ArrayList<>(List.of(words().get("bin.from"), words().get("bin.to")));
        List<double[]> shares = new ArrayList<>();
        for (Distribution set : sets.values()) {
            columns.add(set.label());
            shares.add(bins.shares(set.values()));
        }
        return new ChartTable(columns, bins.count(), (row, column) -> switch (column) {
            case 0 -> bins.edge(row);
            case 1 -> bins.edge(row + 1);
            default -> shares.get(column - 2)[row];
        });
    }

    private Bins bins() {
        return Bins.of(sets.values().stream().map(Distribution::values).toList());
    }

    private String thresholdText() {
        return (thresholdLabel.get() + " " + Numerals.value(threshold.get())).strip();
    }

    private void changed() {
        dress();
        surface().redraw();
    }

    private void dress() {
        legend.getChildren().clear();
        for (Distribution set : sets.values()) {
            Label label = new Label(
                    words().get("set.size", set.label(), set.values().length),
                    new HatchSample(
                            set.hatch(),
                            surface().themeProperty().get().color(set.style()),
                            surface().themeProperty().get().background()));
            label.getStyleClass().add("chart-note");
            legend.getChildren().add(label);
        }
    }

    private void drag(double pixel) {
        ChartSurface.Shown shown = surface().shownProperty().get();
        if (movable.get() && shown != null && shown.picture() instanceof SpreadPicture picture) {
            Bounds plot = shown.plot();
            double part = Math.min(1, Math.max(0, (pixel - plot.getMinX()) / plot.getWidth()));
            threshold.set(picture.x().at(part));
        }
    }

    private void key(KeyEvent event) {
        int direction = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (direction == 0 || !movable.get() || sets.isEmpty()) {
            return;
        }
        Bins bins = bins();
        double step = (bins.high() - bins.low()) / (event.isShiftDown() ? 20 : 200);
        double now = Double.isFinite(threshold.get()) ? threshold.get() : (bins.low() + bins.high()) / 2;
        threshold.set(Math.min(bins.high(), Math.max(bins.low(), now + direction * step)));
        event.consume();
    }
}
