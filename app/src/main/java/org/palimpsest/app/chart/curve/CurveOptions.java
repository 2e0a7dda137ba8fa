package org.palimpsest.app.chart.curve;

import atlantafx.base.controls.Popover;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.chart.series.Smoothing;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.app.text.Messages;

/** The button that opens smoothing, what the axis counts, and its scales. */
final class CurveOptions extends Button {
    private final CurvePanel panel;
    private final Messages words;
    private Popover open;

    CurveOptions(CurvePanel panel, Messages words) {
        this.panel = panel;
        this.words = words;
        setGraphic(new FontIcon(Feather.SLIDERS));
        setTooltip(new Tooltip(words.get("options")));
        setAccessibleText(words.get("options"));
        setOnAction(event -> toggle());
    }

    private void toggle() {
        if (open != null && open.isShowing()) {
            open.hide();
            return;
        }
        // Made anew each time, so that a closed one holds nothing.
        Slider slider = new Slider(0, Smoothing.MOST, panel.smoothingProperty().get());
        open = new Popover(content(slider));
        open.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        open.setAnimated(false);
        open.setTitle(words.get("options"));
        open.show(this);
        slider.requestFocus();
    }

    private VBox content(Slider slider) {
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(words.get("smoothing"));
        Label amount = new Label();
        amount.setLabelFor(slider);
        slider.valueProperty().addListener((property, before, now) -> {
            // The end of the slider is a true off, not a small weight.
            double weight = now.doubleValue() < 0.005 ? 0 : now.doubleValue();
            panel.smoothingProperty().set(weight);
            amount.setText(smoothing(weight));
        });
        amount.setText(smoothing(slider.getValue()));
        VBox box = new VBox(8, amount, slider, new Label(words.get("axis.counts")));
        ToggleGroup group = new ToggleGroup();
        for (XChoice choice : XChoice.values()) {
            RadioButton button = new RadioButton(words.get("axis." + choice));
            button.setToggleGroup(group);
            button.setSelected(panel.axis().choiceProperty().get() == choice);
            button.setOnAction(event -> panel.axis().choiceProperty().set(choice));
            box.getChildren().add(button);
        }
        box.getChildren()
                .addAll(check("log.x", panel.axis().logarithmicProperty()), check("log.y", panel.logYProperty()));
        box.setPadding(new Insets(12));
        return box;
    }

    private CheckBox check(String key, BooleanProperty property) {
        CheckBox box = new CheckBox(words.get(key));
        box.setSelected(property.get());
        box.selectedProperty().addListener((observable, before, now) -> property.set(now));
        return box;
    }

    private String smoothing(double weight) {
        return weight == 0 ? words.get("smoothing.off") : words.get("smoothing.weight", Numerals.value(weight));
    }
}
