package org.palimpsest.app.attack;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Starts an attack, shows how far it is, gives it up, and copies it as text. */
final class ActionBar extends VBox {
    private final AttackWords words;
    private final Button start;
    private final Button cancel;
    private final ProgressBar progress = new ProgressBar();
    private final Label state = new Label();
    private boolean busy;
    private boolean possible;
    private String reason = "";

    /** What the buttons do. */
    record Actions(Runnable start, Runnable cancel, Runnable command, Runnable recipe) {}

    ActionBar(AttackWords words, ObservableValue<AttackJob> job, Actions actions) {
        this.words = words;
        getStyleClass().add("action-bar");
        start = button("start", "fth-shield-off", actions.start());
        start.getStyleClass().add("accent");
        cancel = button("cancel", "fth-x", actions.cancel());
        Button command = button("command", "fth-terminal", actions.command());
        Button recipe = button("recipe", "fth-file-text", actions.recipe());
        FlowPane buttons = new FlowPane(start, cancel, command, recipe);
        buttons.getStyleClass().add("buttons");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setId("attack-progress");
        progress.setAccessibleText(words.get("progress"));
        state.setWrapText(true);
        state.setId("attack-state");
        for (Node node : new Node[] {cancel, progress, state}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().addAll(buttons, progress, state);
        job.addListener((observed, before, now) -> show(now));
        show(job.getValue());
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(words.get(key), new FontIcon(icon));
        button.setId("attack-" + key);
        button.setTooltip(new Tooltip(words.get(key + ".tip")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(AttackJob job) {
        boolean going = job != null;
        cancel.setVisible(going && job.canBeGivenUp());
        progress.setVisible(going);
        if (going) {
            progress.setProgress(job.share());
            state.setText(words.state(job));
        }
        busy = going;
        allow(possible, reason);
    }

    /** @param newReason why it cannot be started; empty if it can */
    void allow(boolean newPossible, String newReason) {
        possible = newPossible;
        reason = newReason;
        start.setDisable(!possible || busy);
        if (!busy) {
            state.setText(reason);
        }
        state.setVisible(!state.getText().isEmpty());
    }
}
