package org.palimpsest.app.chart.curve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.theme.ChartTheme;

/**
 * A button for each series: shows its line, switches it off and on, and tells its value under the crosshair. A few buttons are made in a frame, since a hundred at
 * once would hold the window.
 */
final class CurveLegend extends ScrollPane {
    private static final int AT_ONCE = 12;

    private final FlowPane flow = new FlowPane();
    private final Runnable toggled;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Deque<Curve> waiting = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            makeSome();
        }
    };
    private ChartTheme theme = ChartTheme.PLAIN;
    private int madeInFrame;

    private record Entry(Curve curve, ToggleButton button) {}

    CurveLegend(Runnable toggled) {
        this.toggled = toggled;
        getStyleClass().add("chart-legend-scroll");
        flow.getStyleClass().add("chart-legend");
        flow.setMinWidth(0);
        setContent(flow);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // Keys belong to the buttons in it.
        setFocusTraversable(false);
    }

    void add(Curve curve) {
        if (waiting.isEmpty() && madeInFrame < AT_ONCE) {
            make(curve);
        } else {
            waiting.add(curve);
        }
        timer.start();
    }

    void remove(String id) {
        waiting.removeIf(curve -> curve.id().equals(id));
        Entry entry = entries.remove(id);
        if (entry != null) {
            flow.getChildren().remove(entry.button());
        }
    }

    void clear() {
        waiting.clear();
        entries.clear();
        flow.getChildren().clear();
    }

    void dress(ChartTheme now) {
        theme = now;
        entries.values().forEach(entry -> entry.button().setGraphic(sample(entry.curve())));
    }

    /** Writes the value of a series beside its name; null takes it away. */
    void read(String id, Reading reading) {
        Entry entry = entries.get(id);
        if (entry != null) {
            String label = entry.curve().label();
            entry.button().setText(reading == null ? label : label + "  " + Numerals.value(reading.value()));
        }
    }

    private void makeSome() {
        madeInFrame = 0;
        while (!waiting.isEmpty() && madeInFrame < AT_ONCE) {
            make(waiting.remove());
        }
        if (waiting.isEmpty()) {
            madeInFrame = 0;
            timer.stop();
        }
    }

    private void make(Curve curve) {
        madeInFrame++;
        ToggleButton button = new ToggleButton(curve.label(), sample(curve));
        button.setSelected(curve.visible());
        button.setMnemonicParsing(false);
        // The value under the crosshair stands at the end and must stay.
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.maxWidthProperty().bind(flow.widthProperty().subtract(20));
        button.selectedProperty().addListener((property, before, now) -> {
            curve.show(now);
            button.setGraphic(sample(curve));
            toggled.run();
        });
        entries.put(curve.id(), new Entry(curve, button));
        flow.getChildren().add(button);
    }

    private LegendSample sample(Curve curve) {
        LegendSample sample = new LegendSample(curve.style(), theme);
        sample.setOpacity(curve.visible() ? 1 : 0.25);
        return sample;
    }
}
