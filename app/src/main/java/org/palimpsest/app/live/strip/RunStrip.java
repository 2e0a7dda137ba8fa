package org.palimpsest.app.live.strip;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;

/** The watched runs in a row; the row scrolls if they are many. */
public final class RunStrip extends ScrollPane {
    private final LiveRuns runs;
    private final HBox row = new HBox();
    private final ToggleGroup group = new ToggleGroup();

    public RunStrip(LiveRuns runs) {
        this.runs = runs;
        setId("live-runs");
        getStyleClass().addAll("run-strip", "edge-to-edge");
        setAccessibleText(Messages.of("live").get("strip"));
        row.getStyleClass().add("run-strip-row");
        setContent(row);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        runs.watched().addListener((ListChangeListener<Watched>) change -> fill());
        runs.chosen().addListener((value, before, now) -> choose());
        fill();
    }

    private void fill() {
        List<RunChip> known = chips();
        row.getChildren()
                .setAll(runs.watched().stream()
                        .map(watched -> known.stream()
                                .filter(chip -> chip.watched() == watched)
                                .findFirst()
                                .orElseGet(() -> new RunChip(watched, runs, group)))
                        .toList());
        known.stream().filter(chip -> !chips().contains(chip)).forEach(RunChip::leave);
        choose();
    }

    private void choose() {
        chips().forEach(chip -> chip.chosen(chip.watched() == runs.chosen().get()));
    }

    private List<RunChip> chips() {
        return row.getChildren().stream().map(RunChip.class::cast).toList();
    }

    /** Takes over what has changed of every run. */
    public void update() {
        chips().forEach(RunChip::update);
    }
}
