package org.palimpsest.app.chart.curve;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.OverrunStyle;
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
        setMinWidth(0);
    }

    void add(Curve curve, ChartTheme theme) {
        ToggleButton button = new ToggleButton(curve.label(), sample(curve, theme));
        button.setSelected(true);
        button.setMnemonicParsing(false);
        // The value under the crosshair stands at the end and must stay.
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.maxWidthProperty().bind(widthProperty().subtract(20));
        button.selectedProperty().addListener((property, before, now) -> {
            curve.show(now);
            button.getGraphic().setOpacity(now ? 1 : 0.25);
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
        buttons.forEach((id, button) -> button.setGraphic(sample(curves.get(id), theme)));
    }

    /** Writes the value of a series beside its name; null takes it away. */
    void read(String id, Reading reading) {
        ToggleButton button = buttons.get(id);
        String label = curves.get(id).label();
        button.setText(reading == null ? label : label + "  " + Numerals.value(reading.value()));
    }

    private static LegendSample sample(Curve curve, ChartTheme theme) {
        LegendSample sample = new LegendSample(curve.style(), theme);
        sample.setOpacity(curve.visible() ? 1 : 0.25);
        return sample;
    }
}
