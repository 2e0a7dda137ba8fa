package org.palimpsest.app.pick;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;

/** Two boxes: which run, and which of its states. */
public final class RunPicker extends SideBySide {
    private final Messages words = Messages.of("pick");

    /** @param id begins the ids of both boxes: {@code ask} gives {@code ask-run} and {@code ask-moment} */
    public RunPicker(RunPickerModel model, String id) {
        getStyleClass().add("run-picker");
        ComboBox<RunChoice> runs = box(id + "-run", "run", model.runs(), model.run(), model::choose, this::name);
        ComboBox<Moment> moments =
                box(id + "-moment", "moment", model.moments(), model.moment(), model::choose, this::name);
        moments.setOnShowing(event -> model.refresh());
        getChildren().addAll(labelled("run", runs), labelled("moment", moments));
    }

    /** The name stands above its box, so that both boxes can become narrow in large text. */
    private VBox labelled(String key, ComboBox<?> box) {
        Label label = new Label(words.get(key));
        label.setLabelFor(box);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        VBox field = new VBox(label, box);
        field.getStyleClass().add("picker");
        return field;
    }

    /** The model's choice and the box's are kept equal by hand: a box bound to a list that is replaced loses its value meanwhile. */
    private <T> ComboBox<T> box(
            String id,
            String key,
            ObservableList<T> items,
            ReadOnlyObjectProperty<T> chosen,
            Consumer<T> choose,
            Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(words.get(key));
        box.setTooltip(new Tooltip(words.get(key + ".tip")));
        box.setVisibleRowCount(14);
        box.setConverter(ChoiceText.of(words.get(key + ".none"), name));
        box.getItems().setAll(items);
        box.setValue(chosen.get());
        boolean[] filling = {false};
        Runnable fill = () -> {
            filling[0] = true;
            if (!box.getItems().equals(items)) {
                box.getItems().setAll(items);
            }
            box.setValue(chosen.get());
            box.setDisable(items.isEmpty());
            filling[0] = false;
        };
        items.addListener((ListChangeListener<T>) change -> fill.run());
        chosen.addListener((observed, before, now) -> fill.run());
        fill.run();
        box.valueProperty().addListener((observed, before, now) -> {
            if (!filling[0]) {
                choose.accept(now);
            }
        });
        return box;
    }

    private String name(RunChoice run) {
        String name = run.name().equals(run.id()) ? run.name() : words.get("run.name", run.name(), run.id());
        return run.working() ? words.get("run.working", name) : name;
    }

    private String name(Moment moment) {
        if (moment.isNow()) {
            return words.get("moment.now");
        }
        return words.get(moment.newest() ? "moment.newest" : "moment.step", moment.step());
    }
}
