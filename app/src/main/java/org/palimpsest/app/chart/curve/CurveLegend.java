package org.palimpsest.app.chart.curve;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.theme.ChartTheme;

/** A button for each series: shows its line, switches it off and on, and tells its value under the crosshair. */
final class CurveLegend extends FlowPane {
    private final Runnable toggled;
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<String, Curve> curves = new LinkedHashMap<>();

    CurveLegend(Runnable toggled) {
        this.toggled = toggled;
        getStyleClass().add("chart-legend");
        setHgap(2);
        setVgap(2);
    }

    void add(Curve curve, ChartTheme theme) {
        ToggleButton button = new ToggleButton(curve.label(), new LegendSample(curve.style(), theme));
        button.setSelected(true);
        button.getStyleClass().addAll("flat", "small");
        button.setStyle("-fx-padding: 0.1em 0.4em 0.1em 0.4em; -fx-font-size: 0.9em;");
        button.setMnemonicParsing(false);
        button.selectedProperty().addListener((property, before, now) -> {
            curve.show(now);
            button.setOpacity(now ? 1 : 0.45);
            toggled.run();
        });
        buttons.put(curve.id(), button);
        curves.put(curve.id(), curve);
        getChildren().add(button);
    }

    void remove(String id) {
        getChildren().remove(buttons.remove(id));
        curves.remove(id);
    }

    void clear() {
        getChildren().clear();
        buttons.clear();
        curves.clear();
    }

    void dress(ChartTheme theme) {
        buttons.forEach((id, button) ->
                button.setGraphic(new LegendSample(curves.get(id).style(), theme)));
    }

    /** Writes the value of a series beside its name; null takes it away. */
    void read(String id, Reading reading) {
        ToggleButton button = buttons.get(id);
        String label = curves.get(id).label();
        button.setText(reading == null ? label : label + "  " + Numerals.value(reading.value()));
    }
}
