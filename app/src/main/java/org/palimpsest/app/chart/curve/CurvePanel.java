package org.palimpsest.app.chart.curve;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.chart.axis.AxisGestures;
import org.palimpsest.app.chart.axis.AxisNames;
import org.palimpsest.app.chart.axis.Crosshair;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.Smoothing;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Curves over steps, seconds or tokens. Points are appended to the {@link SeriesData} that {@link #series} returns; the panel draws itself at the next frame. JavaFX
 * thread only.
 */
public final class CurvePanel extends ChartBox {
    private final Curves curves = new Curves();
    private final SharedAxis axis;
    private final CurveLegend legend = new CurveLegend(this::changed);
    private final Label notice = new Label();
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
    private final ObjectProperty<Extent> zoomY = new SimpleObjectProperty<>(this, "zoomY");
    private final StringProperty yLabel = new SimpleStringProperty(this, "yLabel", "");
    private final Runnable redraw = this::changed;
    private final InvalidationListener axisMoved = moved -> changed();
    private final InvalidationListener cursorMoved = moved -> read();
    private int nextStyle;

    /** A panel with an axis of its own. */
    public CurvePanel(String title) {
        this(title, new SharedAxis());
    }

    /** A panel whose axis moves with those of others. */
    public CurvePanel(String title, SharedAxis axis) {
        super(title);
        this.axis = axis;
        axis.join(curves);
        WeakInvalidationListener weak = new WeakInvalidationListener(axisMoved);
        axis.choiceProperty().addListener(weak);
        axis.logarithmicProperty().addListener(weak);
        axis.zoomProperty().addListener(weak);
        axis.wholeProperty().addListener(weak);
        axis.cursorProperty().addListener(new WeakInvalidationListener(cursorMoved));
        smoothing.addListener(moved -> changed());
        logY.addListener(moved -> changed());
        zoomY.addListener(moved -> changed());
        yLabel.addListener(moved -> changed());
        new Crosshair(surface(), axis, this::name);
        new AxisGestures(surface(), axis);
        new VerticalZoom(surface(), zoomY);
        new LineTips(surface());
        surface().themeProperty().addListener((property, before, now) -> legend.dress(now));
        surface().setAccessibleHelp(words().get("keys.curve"));
        notice.setWrapText(true);
        notice.getStyleClass().add("chart-note");
        notice.managedProperty().bind(notice.visibleProperty());
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        setBottom(new VBox(notice, legend));
        addTool(new CurveOptions(this, words()));
    }

    /** A new series in the next style that is free. */
    public SeriesData series(String id, String label) {
        return series(id, label, SeriesStyle.of(nextStyle));
    }

    /**
     * A new, empty series.
     *
     * @param id by which it can be removed
     * @throws IllegalArgumentException if there is a series with this id
     */
    public SeriesData series(String id, String label, SeriesStyle style) {
        SeriesData data = new SeriesData();
        add(id, label, style, data);
        return data;
    }

    /**
     * Shows a series that was filled elsewhere. From now on it belongs to the JavaFX thread.
     *
     * @throws IllegalArgumentException if there is a series with this id
     */
    public void add(String id, String label, SeriesStyle style, SeriesData data) {
        Curve curve = curves.add(id, label, style, data);
        data.handOver();
        data.onChange(redraw);
        legend.add(curve);
        nextStyle++;
        changed();
    }

    /** Takes a series away; does nothing if there is none with this id. */
    public void remove(String id) {
        Curve gone = curves.remove(id);
        if (gone != null) {
            gone.series().forget(redraw);
            legend.remove(id);
            changed();
        }
    }

    /** Draws a value to compare with as a dashed line across, in the style of the retained reference; NaN takes it away. */
    public void reference(String id, String label, double value) {
        reference(id, label, value, SeriesStyle.REFERENCE);
    }

    /** Draws a value to compare with as a dashed line across; NaN takes it away. */
    public void reference(String id, String label, double value, SeriesStyle style) {
        curves.reference(id, label, value, style);
        changed();
    }

    /** Marks a step with a dashed line downwards. */
    public void mark(double step, MarkKind kind, String text) {
        curves.mark(new Curves.StepMark(step, kind, text));
        changed();
    }

    /** Draws the line that tells which step is shown; NaN takes it away. Moves the other panels of the axis too. */
    public void scrubTo(double step) {
        axis.scrubProperty().set(step);
    }

    /** Takes all series, reference values and marks away. */
    public void clear() {
        curves.all().forEach(curve -> curve.series().forget(redraw));
        curves.clear();
        legend.clear();
        nextStyle = 0;
        changed();
    }

    /** Number of series. */
    public int size() {
        return curves.all().size();
    }

    /** The horizontal axis. */
    public SharedAxis axis() {
        return axis;
    }

    /** Weight of the smoothing, from 0 (off) to {@value Smoothing#MOST}. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** Whether the vertical axis is logarithmic. */
    public BooleanProperty logYProperty() {
        return logY;
    }

    /** The stretch of the vertical axis that is shown; null fits it to the curves. */
    public ObjectProperty<Extent> zoomYProperty() {
        return zoomY;
    }

    /** What the vertical axis counts, with its unit. */
    public StringProperty yLabelProperty() {
        return yLabel;
    }

    @Override
    protected Picture picture() {
        axis.refresh();
        AxisRange x = axis.range(words().get("axis." + choice()));
        ChartSurface.Shown shown = surface().shownProperty().get();
        int columns = (int)
                Math.ceil(shown == null ? surface().getWidth() : shown.plot().getWidth());
        read();
        notice.setText(notices());
        return curves.picture(
                titleProperty().get(),
                x,
                axis,
                new Curves.Vertical(yLabel.get(), logY.get(), zoomY.get()),
                smoothing.get(),
                columns);
    }

    @Override
    public ChartTable table() {
        return CurveRows.of(
                curves.all(), words().get("axis.STEP"), words().get("axis.SECONDS"), words().get("axis.TOKENS"));
    }

    private XChoice choice() {
        return axis.choiceProperty().get();
    }

    private void changed() {
        surface().redraw();
    }

    private void read() {
        double x = axis.cursorProperty().get();
        StringBuilder spoken = new StringBuilder(titleProperty().get());
        if (Double.isFinite(x)) {
            spoken.append(", ").append(name(x));
        }
        for (Curve curve : curves.all()) {
            Reading reading = Double.isFinite(x) ? reading(curve, x) : null;
            legend.read(curve.id(), reading);
            if (reading != null && curve.visible()) {
                spoken.append(", ").append(curve.label()).append(' ').append(Numerals.value(reading.value()));
            }
        }
        curves.references().forEach(line -> spoken.append(", ").append(line.label()));
        surface().setAccessibleText(spoken.toString());
    }

    private Reading reading(Curve curve, double x) {
        int index = curve.series().knows(choice()) ? curve.series().nearest(choice(), x) : -1;
        return index < 0
                ? null
                : new Reading(
                        curve.id(),
                        curve.series().x(choice(), index),
                        curve.view().value(index, smoothing.get()),
                        curve.series().value(index));
    }

    private String name(double x) {
        return AxisNames.position(words(), choice(), x);
    }

    private String notices() {
        StringBuilder text = new StringBuilder();
        int hidden = logY.get() ? curves.nonPositive() : 0;
        if (hidden > 0) {
            text.append(words().get("log.leftOut", hidden)).append(' ');
        }
        curves.unplaced(choice()).forEach(label -> text.append(words().get("axis.unknown." + choice(), label))
                .append(' '));
        return text.toString().strip();
    }
}
