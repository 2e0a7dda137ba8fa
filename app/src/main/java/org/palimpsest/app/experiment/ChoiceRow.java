package org.palimpsest.app.experiment;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.form.SettingsFlow;
import org.palimpsest.app.text.Messages;

/** A probe, metric or attack: a switch, what it is for, and while it is on, its settings. */
final class ChoiceRow extends VBox {

    /** @param repeat makes a second one; null where that makes no sense */
    ChoiceRow(Choice choice, String id, Runnable repeat, Node beside) {
        Messages words = Messages.of("experiment");
        getStyleClass().add("experiment-choice");
        ToggleSwitch on = new ToggleSwitch(choice.card().name());
        on.setId(id + "-on");
        on.setAccessibleText(choice.card().name());
        on.setSelected(choice.isOn());
        on.selectedProperty().addListener((value, before, now) -> {
            if (now != choice.isOn()) {
                choice.on().text().set(now.toString());
                choice.on().commit();
            }
        });
        Label what = new Label(choice.card().explanation());
        what.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        what.setMinWidth(0);
        Tooltip tip = new Tooltip(choice.card().explanation());
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        on.setTooltip(tip);
        what.setTooltip(tip);
        HBox.setHgrow(what, Priority.ALWAYS);
        on.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(on, what);
        head.getStyleClass().add("experiment-choice-head");
        if (repeat != null) {
            Button again = new Button(null, new FontIcon("fth-plus"));
            again.setId(id + "-again");
            again.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
            again.setAccessibleText(words.get("again", choice.card().name()));
            again.setTooltip(new Tooltip(words.get("again", choice.card().name())));
            again.setOnAction(event -> repeat.run());
            again.visibleProperty().bind(on.selectedProperty());
            head.getChildren().add(again);
        }
        List<SettingField> fields = new java.util.ArrayList<>(choice.use().fields());
        fields.remove(choice.on());
        fields.addAll(choice.settings().fields().fields());
        VBox settings = new VBox();
        settings.getStyleClass().add("experiment-choice-settings");
        if (!fields.isEmpty()) {
            settings.getChildren().add(new SettingsFlow(fields, id));
        }
        if (beside != null) {
            settings.getChildren().add(beside);
        }
        getChildren().add(head);
        if (!settings.getChildren().isEmpty()) {
            getChildren().add(settings);
        }
        choice.on().text().addListener((value, before, now) -> show(choice, on, settings));
        show(choice, on, settings);
    }

    private static void show(Choice choice, ToggleSwitch on, VBox settings) {
        on.setSelected(choice.isOn());
        settings.setVisible(choice.isOn());
        settings.setManaged(choice.isOn());
    }
}
