package org.palimpsest.app.shell.status;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;

/** Background work in a line, with a button that gives it up where that is possible. */
final class TaskChip extends HBox {
    TaskChip(BackgroundTask task) {
        Messages words = Messages.of("shell");
        getStyleClass().add("task-chip");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(task.name());
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(task.name()));
        HBox.setHgrow(name, Priority.SOMETIMES);
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setFocusTraversable(false);
        // A share that cannot be told is an empty bar: a moving one would be drawn sixty times a second.
        bar.progressProperty().bind(task.share().map(share -> Math.max(0, share.doubleValue())));
        bar.setAccessibleText(task.name());
        Label state = new Label();
        state.textProperty().bind(task.state());
        state.setMinWidth(0);
        getChildren().addAll(name, bar, state);
        if (task.cancellable()) {
            Button cancel = new Button(null, new FontIcon("fth-x"));
            cancel.getStyleClass().addAll("button-icon", "flat");
            cancel.setAccessibleText(words.get("task.cancel", task.name()));
            cancel.setTooltip(new Tooltip(words.get("task.cancel", task.name())));
            cancel.setOnAction(event -> {
                cancel.setDisable(true);
                task.cancel();
            });
            getChildren().add(cancel);
        }
    }
}
