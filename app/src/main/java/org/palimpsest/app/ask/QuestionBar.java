package org.palimpsest.app.ask;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The question, its true answer, and the buttons that ask, pin and copy it. */
final class QuestionBar extends GridPane {
    private final TextField question = new TextField();
    private final ToggleButton pin = new ToggleButton();

    /** What the buttons do. */
    record Actions(Runnable ask, Runnable cancel, Runnable pin, Runnable copy) {}

    QuestionBar(AskWords words, AskForm form, BooleanExpression possible, BooleanExpression busy, Actions actions) {
        getStyleClass().add("question-bar");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, fields);
        question.setId("ask-question");
        question.setPromptText(words.get("question.prompt"));
        question.textProperty().bindBidirectional(form.question());
        question.setOnAction(event -> actions.ask().run());
        TextField truth = new TextField();
        truth.setId("ask-truth");
        truth.setPromptText(words.get("truth.prompt"));
        truth.setTooltip(new Tooltip(words.get("truth.tip")));
        truth.textProperty().bindBidirectional(form.truth());
        truth.setOnAction(event -> actions.ask().run());
        addRow(0, named(words.get("question"), question), question);
        addRow(1, named(words.get("truth"), truth), truth);
        Button ask = new Button(words.get("ask"), new FontIcon("fth-send"));
        ask.setId("ask-go");
        ask.getStyleClass().add("accent");
        ask.disableProperty().bind(form.question().isEmpty().or(possible.not()).or(busy));
        ask.setOnAction(event -> actions.ask().run());
        Button cancel = new Button(words.get("cancel"), new FontIcon("fth-x"));
        cancel.setId("ask-cancel");
        cancel.setOnAction(event -> actions.cancel().run());
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("turning");
        turning.setAccessibleText(words.get("busy"));
        for (Node node : new Node[] {cancel, turning}) {
            node.visibleProperty().bind(busy);
            node.managedProperty().bind(busy);
        }
        pin.setText(words.get("pin"));
        pin.setGraphic(new FontIcon("fth-bookmark"));
        pin.setId("ask-pin");
        pin.setTooltip(new Tooltip(words.get("pin.tip")));
        pin.disableProperty().bind(form.question().isEmpty());
        pin.setOnAction(event -> actions.pin().run());
        Button copy = new Button(words.get("copy"), new FontIcon("fth-terminal"));
        copy.setId("ask-copy");
        copy.setTooltip(new Tooltip(words.get("copy.tip")));
        copy.disableProperty().bind(Bindings.or(form.question().isEmpty(), possible.not()));
        copy.setOnAction(event -> actions.copy().run());
        FlowPane buttons = new FlowPane(ask, pin, copy, cancel, turning);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("buttons");
        add(buttons, 1, 2);
    }

    private static Label named(String text, TextField field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        field.setAccessibleText(text);
        return label;
    }

    void pinned(boolean now) {
        pin.setSelected(now);
    }

    void focusQuestion() {
        question.requestFocus();
        question.selectAll();
    }
}
