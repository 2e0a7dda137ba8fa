package org.palimpsest.app.form;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.engine.card.HyperParameter;

/** A setting's name, its control, a button that resets it, and below either its range and default or what is wrong. */
final class SettingRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final SettingField field;
    private final SettingWords words;
    private final Label name = new Label();
    private final Label below = new Label();

    SettingRow(SettingField field, SettingWords words, String id) {
        this.field = field;
        this.words = words;
        HyperParameter parameter = field.parameter();
        getStyleClass().add("setting-row");
        Control control = control(parameter);
        control.setId(id);
        control.setAccessibleText(words.name(parameter));
        control.setAccessibleHelp(words.tooltip(parameter));
        Tooltip tip = tooltip(words.tooltip(parameter));
        control.setTooltip(tip);
        name.setText(words.name(parameter));
        name.setTooltip(tip);
        name.setWrapText(true);
        name.setLabelFor(control);
        below.setWrapText(true);
        below.getStyleClass().add("setting-below");
        below.setId(id + "-hint");
        HBox line = new HBox(control, resetButton(parameter, id));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMaxWidth(Double.MAX_VALUE);
        if (control instanceof CheckBox) {
            getChildren().addAll(line, below);
        } else {
            getChildren().addAll(name, line, below);
        }
        field.problem().addListener((observed, before, now) -> showProblem(control));
        field.remark().addListener((observed, before, now) -> showProblem(control));
        showProblem(control);
    }

    private Control control(HyperParameter parameter) {
        return switch (parameter.kind()) {
            case FLAG -> checkBox(parameter);
            case CHOICE -> choiceBox(parameter);
            case NUMBER, INTEGER, TEXT -> textField(parameter);
        };
    }

    private CheckBox checkBox(HyperParameter parameter) {
        CheckBox box = new CheckBox(words.name(parameter));
        box.setWrapText(true);
        box.setSelected(field.text().get().equals("true"));
        box.setOnAction(event -> {
            field.text().set(Boolean.toString(box.isSelected()));
            field.commit();
        });
        field.text().addListener((observed, before, now) -> box.setSelected(now.equals("true")));
        return box;
    }

    private ChoiceBox<String> choiceBox(HyperParameter parameter) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().setAll(parameter.choices());
        box.setValue(field.text().get());
        box.valueProperty().addListener((observed, before, now) -> {
            if (now != null && !now.equals(field.text().get())) {
                field.text().set(now);
                field.commit();
            }
        });
        field.text().addListener((observed, before, now) -> box.setValue(now));
        return box;
    }

    private TextField textField(HyperParameter parameter) {
        TextField box = new TextField();
        box.textProperty().bindBidirectional(field.text());
        box.setOnAction(event -> field.commit());
        box.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                field.commit();
            }
        });
        if (parameter.kind() == HyperParameter.Kind.INTEGER) {
            box.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        }
        return box;
    }

    /** Up and Down count a whole number. */
    private void step(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        Double now = NumberText.parse(field.text().get());
        if (by != 0 && now != null) {
            HyperParameter parameter = field.parameter();
            double low = parameter.minimum() == null ? Integer.MIN_VALUE : parameter.minimum();
            double high = parameter.maximum() == null ? Integer.MAX_VALUE : parameter.maximum();
            field.text().set(NumberText.of(Math.min(high, Math.max(low, now + by))));
            event.consume();
        }
    }

    private Button resetButton(HyperParameter parameter, String id) {
        Button reset = new Button(null, new FontIcon("fth-rotate-ccw"));
        reset.getStyleClass().addAll("button-icon", "flat", "setting-reset");
        reset.setId(id + "-reset");
        reset.setAccessibleText(words.reset(parameter));
        reset.setTooltip(tooltip(words.reset(parameter)));
        reset.setOnAction(event -> field.reset());
        reset.visibleProperty().bind(field.changed());
        return reset;
    }

    private void showProblem(Control control) {
        String problem = field.problem().get().isEmpty()
                ? field.remark().get()
                : field.problem().get();
        boolean wrong = !problem.isEmpty();
        below.setText(wrong ? problem : words.hint(field.parameter()));
        below.getStyleClass().remove("setting-problem");
        control.pseudoClassStateChanged(WRONG, wrong);
        if (wrong) {
            below.getStyleClass().add("setting-problem");
        }
        control.setAccessibleHelp(wrong ? problem : words.tooltip(field.parameter()));
    }

    private static Tooltip tooltip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(400));
        return tip;
    }
}
