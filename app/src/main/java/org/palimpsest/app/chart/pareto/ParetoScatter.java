package org.palimpsest.app.chart.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.palimpsest.app.chart.box.ChartBox;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.surface.ChartSurface;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Runs by forgetting (to the right) and utility (upwards), with the trail each has come along; the size of its mark is its robustness, a hollow mark means that
 * is unknown. Baselines are stars with their names. A click or the arrow keys select a run. Grows while runs go on. JavaFX thread only.
 */
public final class ParetoScatter extends ChartBox {
    /** A click within this many pixels of a mark means it. */
    private static final double REACH = 16;

    /** More names than this beside selected runs would hide the runs. */
    private static final int MOST_NAMES = 8;

    private static final double MARGIN = 0.08;

    private final Map<String, RunTrail> runs = new LinkedHashMap<>();
    private final ObjectProperty<String> selected = new SimpleObjectProperty<>(this, "selected");
    private final StringProperty xLabel = new SimpleStringProperty(this, "xLabel");
    private final StringProperty yLabel = new SimpleStringProperty(this, "yLabel");
    private final Label reading = new Label();
    private List<String> marked = List.of();
    private int nextStyle;

    /** An empty chart. */
    public ParetoScatter(String title) {
        super(title);
        xLabel.set(words().get("pareto.x"));
        yLabel.set(words().get("pareto.y"));
        xLabel.addListener(changed -> surface().redraw());
        yLabel.addListener(changed -> surface().redraw());
        selected.addListener(changed -> {
            surface().redraw();
            read(selected.get());
        });
        surface().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            String near = nearest(event.getX(), event.getY());
            read(near == null ? selected.get() : near);
        });
        surface().addEventHandler(MouseEvent.MOUSE_EXITED, event -> read(selected.get()));
        surface().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> selected.set(nearest(event.getX(), event.getY())));
        surface().onKey(this::key);
        surface().setAccessibleHelp(words().get("keys.pareto"));
        reading.getStyleClass().add("chart-note");
        reading.setWrapText(true);
        setBottom(reading);
        read(null);
    }

    /**
     * Where a run has come to. The first call for an id begins its trail.
     *
     * @param robustness from 0 to 1, or NaN if unknown
     */
    public void point(String id, String label, double forgetting, double utility, double robustness) {
        if (!runs.containsKey(id)) {
            runs.put(id, new RunTrail(id, label, SeriesStyle.of(nextStyle++), false));
        }
        place(id, forgetting, utility, robustness);
    }

    /** Where a run has come to, with a style of the caller's for its mark and trail; the style of the first call counts. */
    public void point(
            String id, String label, SeriesStyle style, double forgetting, double utility, double robustness) {
        runs.computeIfAbsent(id, key -> new RunTrail(id, label, style, false));
        place(id, forgetting, utility, robustness);
    }

    /** Pins a model to compare with: the target or the retained reference. Replaces one with the same id. */
    public void baseline(String id, String label, SeriesStyle style, double forgetting, double utility) {
        runs.put(id, new RunTrail(id, label, style, true));
        place(id, forgetting, utility, Double.NaN);
    }

    private void place(String id, double forgetting, double utility, double robustness) {
        if (Double.isFinite(forgetting) && Double.isFinite(utility)) {
            runs.get(id).spots().add(new RunTrail.Spot(forgetting, utility, robustness));
            surface().redraw();
        }
    }

    /** Takes a run or baseline away. */
    public void remove(String id) {
        runs.remove(id);
        if (id.equals(selected.get())) {
            selected.set(null);
        }
        surface().redraw();
    }

    /** Takes everything away. */
    public void clear() {
        runs.clear();
        nextStyle = 0;
        selected.set(null);
        surface().redraw();
    }

    /** Id of the run that is selected, or null. */
    public ObjectProperty<String> selectedProperty() {
        return selected;
    }

    /** Marks runs that are selected elsewhere; the first of them is the one that is read and moved from, unless one of them is already. */
    public void mark(List<String> ids) {
        marked = List.copyOf(ids);
        if (selected.get() == null || !marked.contains(selected.get())) {
            selected.set(marked.isEmpty() ? null : marked.get(0));
        }
        surface().redraw();
    }

    /** What the horizontal axis measures. */
    public StringProperty xLabelProperty() {
        return xLabel;
    }

    /** What the vertical axis measures. */
    public StringProperty yLabelProperty() {
        return yLabel;
    }

    @Override
    protected Picture picture() {
        Set<String> emphasised = new HashSet<>(marked);
        if (selected.get() != null) {
            emphasised.add(selected.get());
        }
        List<ParetoPicture.Run> drawn = new ArrayList<>();
        Extent across = Extent.NONE;
        Extent upwards = Extent.NONE;
        for (RunTrail run : placed()) {
            double[][] trail = new double[2][run.spots().size()];
            for (int i = 0; i < trail[0].length; i++) {
                trail[0][i] = run.spots().get(i).forgetting();
                trail[1][i] = run.spots().get(i).utility();
                across = across.with(trail[0][i]);
                upwards = upwards.with(trail[1][i]);
            }
            drawn.add(new ParetoPicture.Run(
                    run.id(),
                    run.label(),
                    run.style(),
                    run.baseline(),
                    trail,
                    run.last().robustness()));
        }
        return new ParetoPicture(
                titleProperty().get(),
                range(xLabel.get(), across),
                range(yLabel.get(), upwards),
                drawn,
                ParetoPicture.front(drawn),
                emphasised,
                emphasised.size() <= MOST_NAMES,
                words().get("pareto.front"),
                Math.max(1, surface().getWidth()),
                Math.max(1, surface().getHeight()));
    }

    private static AxisRange range(String label, Extent data) {
        if (data.isEmpty()) {
            return new AxisRange(label, 0, 1, false, Axes.Numbers.PLAIN);
        }
        double room = data.high() > data.low()
                ? (data.high() - data.low()) * MARGIN
                : Math.max(0.05, Math.abs(data.low()) * MARGIN);
        return new AxisRange(label, data.low() - room, data.high() + room, false, Axes.Numbers.PLAIN);
    }

    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (RunTrail run : placed()) {
            rows.add(List.of(
                    run.label(),
                    run.last().forgetting(),
                    run.last().utility(),
                    run.last().robustness()));
        }
        return ChartTable.of(
                List.of(words().get("run"), xLabel.get(), yLabel.get(), words().get("pareto.robustness")), rows);
    }

    private List<RunTrail> placed() {
        return runs.values().stream().filter(run -> !run.spots().isEmpty()).toList();
    }

    private String nearest(double pixelX, double pixelY) {
        ChartSurface.Shown shown = surface().shownProperty().get();
        if (shown == null || !(shown.picture() instanceof ParetoPicture picture)) {
            return null;
        }
        Bounds plot = shown.plot();
        String best = null;
        double least = REACH;
        for (ParetoPicture.Run run : picture.runs()) {
            double x = plot.getMinX() + picture.x().part(run.lastX()) * plot.getWidth();
            double y = plot.getMaxY() - picture.y().part(run.lastY()) * plot.getHeight();
            double distance = Math.hypot(x - pixelX, y - pixelY);
            if (distance < least) {
                least = distance;
                best = run.id();
            }
        }
        return best;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(run -> run.last().forgetting(), -1);
            case RIGHT -> go(run -> run.last().forgetting(), 1);
            case DOWN -> go(run -> run.last().utility(), -1);
            case UP -> go(run -> run.last().utility(), 1);
            case ESCAPE -> {
                if (selected.get() == null) {
                    return;
                }
                selected.set(null);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Selects the next run in an order. */
    private void go(ToDoubleFunction<RunTrail> order, int direction) {
        List<RunTrail> sorted =
                placed().stream().sorted(Comparator.comparingDouble(order)).toList();
        if (sorted.isEmpty()) {
            return;
        }
        int now = -1;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(selected.get())) {
                now = i;
            }
        }
        int next = now < 0 ? (direction > 0 ? 0 : sorted.size() - 1) : now + direction;
        selected.set(sorted.get(Math.max(0, Math.min(sorted.size() - 1, next))).id());
    }

    private void read(String id) {
        RunTrail run = id == null ? null : runs.get(id);
        boolean there = run != null && !run.spots().isEmpty();
        String text = there
                ? words().get(
                                "pareto.reading",
                                run.label(),
                                Numerals.value(run.last().forgetting()),
                                Numerals.value(run.last().utility()),
                                Numerals.value(run.last().robustness()))
                : words().get("pareto.none");
        reading.setText(text);
        surface().setAccessibleText(titleProperty().get() + (there ? ", " + text : ""));
    }
}
