package org.palimpsest.app.live.side;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.app.live.panel.AlarmWords;
import org.palimpsest.app.live.panel.Shown;
import org.palimpsest.app.live.run.Alarm;
import org.palimpsest.app.live.run.GuardRules;
import org.palimpsest.app.text.Messages;

/** What the guards look for, and what they have seen of the chosen run. */
final class GuardsView extends VBox {
    private final Messages words = Messages.of("live");
    private final AlarmWords alarmWords = new AlarmWords();
    private final Consumer<GuardRules> changed;
    private final TextField floor = new TextField();
    private final Label problem = new Label();
    private final VBox alarms = new VBox();
    private GuardRules rules;
    private List<Alarm> shown;

    GuardsView(GuardRules start, Consumer<GuardRules> changed) {
        this.rules = start;
        this.changed = changed;
        getStyleClass().add("guards");
        setId("live-guards");
        CheckBox pause = box("guard-pause", "guard.pause", start.pause());
        pause.setOnAction(event -> change(rules.withPause(pause.isSelected())));
        CheckBox reference = box("guard-reference", "guard.reference", start.reference());
        reference.setOnAction(event -> change(rules.withReference(reference.isSelected())));
        floor.setId("guard-floor");
        floor.setText(NumberText.of(start.floor()));
        floor.setPrefColumnCount(6);
        floor.setMaxWidth(USE_PREF_SIZE);
        floor.setAccessibleText(words.get("guard.floor"));
        floor.textProperty().addListener((text, before, now) -> floor(now));
        Label floorName = label(words.get("guard.floor"), "guard-text");
        floorName.setLabelFor(floor);
        problem.setWrapText(true);
        problem.getStyleClass().add("live-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        alarms.getStyleClass().add("guard-alarms");
        getChildren()
                .addAll(
                        alarms,
                        label(words.get("guard.finite"), "live-muted"),
                        floorName,
                        floor,
                        problem,
                        reference,
                        pause);
    }

    private CheckBox box(String id, String key, boolean selected) {
        CheckBox box = new CheckBox(words.get(key));
        box.setId(id);
        box.setWrapText(true);
        box.setSelected(selected);
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void floor(String text) {
        Double value = NumberText.parse(text);
        boolean right = value != null && value >= 0 && value <= 1;
        problem.setText(right ? "" : words.get("guard.floor.wrong", text));
        if (right) {
            change(rules.withFloor(value));
        }
    }

    private void change(GuardRules now) {
        if (!now.equals(rules)) {
            rules = now;
            changed.accept(now);
        }
    }

    void show(Shown now) {
        List<Alarm> broken =
                now.chosen() == null ? List.of() : now.chosen().guards().alarms();
        if (broken.equals(shown)) {
            return;
        }
        shown = broken;
        alarms.getChildren().clear();
        for (Alarm alarm : broken) {
            Label label = label(alarmWords.sentence(alarm), "live-alarm");
            label.setGraphic(new FontIcon("fth-alert-triangle"));
            alarms.getChildren().add(label);
        }
        if (broken.isEmpty()) {
            Label fine = label(words.get("guard.fine"), "guard-fine");
            fine.setGraphic(new FontIcon("fth-check-circle"));
            alarms.getChildren().add(fine);
        }
    }
}
