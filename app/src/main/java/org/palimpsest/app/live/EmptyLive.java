package org.palimpsest.app.live;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;

/** What is seen while no run is watched: what to do, and the buttons that do it. */
final class EmptyLive extends VBox {
    private final Workbench workbench;
    private final Messages words = Messages.of("live");
    private final Button experiment = new Button("", new FontIcon(PlaceId.EXPERIMENT.icon()));
    private final Button newest = new Button("", new FontIcon("fth-activity"));

    EmptyLive(Workbench workbench, LiveRuns runs) {
        this.workbench = workbench;
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setId("live-empty");
        Label head = new Label(words.get("empty.heading"));
        head.getStyleClass().add("live-heading");
        Label text = new Label(words.get("empty.text"));
        text.setWrapText(true);
        text.getStyleClass().add("live-muted");
        experiment.setText(words.get("empty.experiment"));
        experiment.setId("live-empty-experiment");
        experiment.getStyleClass().add("accent");
        experiment.setOnAction(event -> workbench.navigator().go(PlaceId.EXPERIMENT));
        Button sample = new Button(words.get("empty.sample"), new FontIcon("fth-play"));
        sample.setId("live-empty-sample");
        sample.setOnAction(event -> new Demonstration(workbench).start());
        newest.setId("live-empty-newest");
        newest.setOnAction(event -> newestRun().ifPresent(run -> runs.open(run.folder())));
        newest.managedProperty().bind(newest.visibleProperty());
        FlowPane buttons = new FlowPane(8, 8, experiment, sample, newest);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon("fth-activity"), head, text, buttons);
        workbench.runList().runs().addListener((ListChangeListener<RunEntry>) change -> offer());
        offer();
    }

    /** The first button has the focus. */
    void focus() {
        experiment.requestFocus();
    }

    private Optional<RunEntry> newestRun() {
        return workbench.runList().runs().stream().max(java.util.Comparator.comparing(RunEntry::changed));
    }

    private void offer() {
        Optional<RunEntry> run = newestRun();
        newest.setVisible(run.isPresent());
        run.ifPresent(entry -> newest.setText(words.get("empty.newest", entry.name())));
    }
}
