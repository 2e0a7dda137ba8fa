package org.palimpsest.app.shell.status;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A worker in the status line: its name, how far it is, and how long it still needs. A click goes to its run. */
final class WorkerChip extends Button {
    private final StatusWords words;
    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = new Label();
    private final Tooltip tip = new Tooltip();

    WorkerChip(StatusWords words) {
        this.words = words;
        getStyleClass().add("worker-chip");
        bar.getStyleClass().add("small");
        bar.setFocusTraversable(false);
        HBox row = new HBox(name, bar, doing);
        row.getStyleClass().add("worker-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setTooltip(tip);
    }

    void show(WorkerState worker) {
        name.setText(worker.name());
        bar.setProgress(worker.share() < 0 ? 0 : worker.share());
        bar.pseudoClassStateChanged(PAUSED, words.isStill(worker));
        String left = words.left(worker);
        doing.setText(left.isEmpty() ? words.doing(worker) : words.doing(worker) + ", " + left);
        String sentence = words.sentence(worker);
        bar.setAccessibleText(sentence);
        setAccessibleText(sentence);
        tip.setText(sentence);
    }

    private static final javafx.css.PseudoClass PAUSED = javafx.css.PseudoClass.getPseudoClass("paused");
}
