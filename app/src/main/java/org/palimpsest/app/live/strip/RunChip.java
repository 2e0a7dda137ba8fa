package org.palimpsest.app.live.strip;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.Standing;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;

/** A watched run: name, state, step, time left; a button that lays it over the chosen one, and one that watches it no longer. */
final class RunChip extends HBox {
    private final Watched watched;
    private final Messages words = Messages.of("live");
    private final StandingWords standings = new StandingWords();
    private final Label name = new Label();
    private final Label state = new Label();
    private final FontIcon icon = new FontIcon("fth-loader");
    private final ProgressBar bar = new ProgressBar(0);
    private final ToggleButton choose = new ToggleButton();
    private final Tooltip tip = new Tooltip();
    private Standing shown;
    private long shownRevision = -1;

    RunChip(Watched watched, LiveRuns runs, ToggleGroup group) {
        this.watched = watched;
        getStyleClass().add("run-chip");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("run-chip-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        state.getStyleClass().add("live-muted");
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(icon, state);
        line.getStyleClass().add("run-chip-state");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox text = new VBox(name, line, bar);
        text.getStyleClass().add("run-chip-text");
        choose.setGraphic(text);
        choose.setId("live-run-" + watched.run().id());
        choose.getStyleClass().add("run-chip-choose");
        choose.setTooltip(tip);
        choose.setToggleGroup(group);
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setOnAction(event -> {
            choose.setSelected(true);
            runs.chosen().set(watched);
        });
        HBox.setHgrow(choose, Priority.ALWAYS);
        getChildren().addAll(choose, new VBox(dismissButton(runs), overlayButton()));
        update();
    }

    private ToggleButton overlayButton() {
        ToggleButton overlay = new ToggleButton(null, new FontIcon("fth-layers"));
        overlay.setId("live-overlay-" + watched.run().id());
        overlay.getStyleClass().addAll("flat", "button-icon", "small");
        overlay.selectedProperty().bindBidirectional(watched.overlaid());
        overlay.setAccessibleText(words.get("overlay.accessible", watched.run().name()));
        overlay.setTooltip(new Tooltip(words.get("overlay")));
        return overlay;
    }

    private Button dismissButton(LiveRuns runs) {
        Button dismiss = new Button(null, new FontIcon("fth-x"));
        dismiss.setId("live-dismiss-" + watched.run().id());
        dismiss.getStyleClass().addAll("flat", "button-icon", "small");
        dismiss.setAccessibleText(words.get("dismiss.accessible", watched.run().name()));
        dismiss.setTooltip(new Tooltip(words.get("dismiss")));
        dismiss.setOnAction(event -> runs.dismiss(watched));
        return dismiss;
    }

    Watched watched() {
        return watched;
    }

    /** Lets go of the other chips, whose group would keep this one, and the whole run with it, for as long as there is a window. */
    void leave() {
        choose.setToggleGroup(null);
    }

    void chosen(boolean now) {
        choose.setSelected(now);
    }

    /** Takes over what has changed. */
    void update() {
        LiveRun run = watched.run();
        if (run.revision().get() == shownRevision) {
            return;
        }
        shownRevision = run.revision().get();
        String progress = standings.progress(run);
        name.setText(run.name());
        state.setText(
                progress.isEmpty()
                        ? standings.word(watched)
                        : words.get("chip.state", standings.word(watched), progress));
        bar.setProgress(run.totalSteps() == 0 ? 0 : Math.min(1, (double) run.step() / run.totalSteps()));
        tip.setText(standings.sentence(watched));
        choose.setAccessibleText(words.get("chip.accessible", run.name(), state.getText()));
        if (run.standing() != shown) {
            shown = run.standing();
            icon.setIconLiteral(standings.icon(shown));
            getStyleClass().removeIf(style -> style.startsWith("run-is-"));
            getStyleClass().add("run-is-" + shown.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
