package org.palimpsest.app.shell.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.event.RunFolder;

/** What goes on, in one line below the places. Whatever does not fit is behind a click, in the {@link Activity}. */
public final class StatusLine extends HBox implements AutoCloseable {
    /** Width of a worker's or a task's line, in heights of the text. */
    private static final double CHIP_EM = 22;

    private static final double SHARE_OF_WIDTH = 0.55;

    private final Messages messages = Messages.of("shell");
    private final StatusWords words = new StatusWords();
    private final Workers workers;
    private final ObservableList<BackgroundTask> tasks;
    private final LoadMeter meter;
    private final NoticeBar notices;
    private final HBox chips = new Chips();
    private final Button more = new Button();
    private final Label load = new Label();
    private final List<WorkerChip> workerChips = new ArrayList<>();
    private final Consumer<RunFolder> openRun;

    /**
     * @param openRun goes to a run
     * @param openActivity shows all of it
     */
    public StatusLine(Workbench workbench, Workers workers, Consumer<RunFolder> openRun, Runnable openActivity) {
        this.workers = workers;
        this.openRun = openRun;
        this.tasks = workbench.tasks().running();
        this.meter = new LoadMeter(Platform::runLater, this::show);
        this.notices = new NoticeBar(workbench.notices(), openActivity);
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        more.setId("status-more");
        more.getStyleClass().add("flat");
        more.setOnAction(event -> openActivity.run());
        chips.getStyleClass().add("status-chips");
        chips.setAlignment(Pos.CENTER_LEFT);
        load.setId("status-load");
        load.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(notices, Priority.ALWAYS);
        more.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(notices, chips, more, load);
        InvalidationListener rebuild = change -> rebuild();
        workers.states().addListener(rebuild);
        tasks.addListener(rebuild);
        widthProperty().addListener(rebuild);
        load.fontProperty().addListener(rebuild);
        rebuild();
    }

    private void rebuild() {
        meter.watch(workers.states().stream().map(WorkerState::folder).toList());
        double chip = CHIP_EM * load.getFont().getSize();
        int room = (int) Math.max(1, getWidth() * SHARE_OF_WIDTH / chip);
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(room, workers.states().size()); i++) {
            shown.add(worker(i));
        }
        for (BackgroundTask task : tasks) {
            if (shown.size() < room) {
                shown.add(new TaskChip(task));
            }
        }
        if (!chips.getChildren().equals(shown)) {
            chips.getChildren().setAll(shown);
        }
        int hidden = workers.states().size() + tasks.size() - shown.size();
        more.setText(messages.get("status.more", hidden));
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
    }

    private Node worker(int place) {
        while (workerChips.size() <= place) {
            WorkerChip chip = new WorkerChip(words);
            chip.setId("worker-" + workerChips.size());
            workerChips.add(chip);
        }
        WorkerState state = workers.states().get(place);
        WorkerChip chip = workerChips.get(place);
        chip.show(state);
        chip.setOnAction(event -> openRun.accept(new RunFolder(state.folder())));
        return chip;
    }

    private void show(Load now) {
        String memory = now.workers() > 0
                ? messages.get("status.memory.both", words.size(now.window()), words.size(now.workers()))
                : messages.get("status.memory", words.size(now.window()));
        load.setText(messages.get("status.load", words.share(now.processor()), memory));
        load.setTooltip(
                new Tooltip(messages.get("status.load.tip", Runtime.getRuntime().availableProcessors())));
    }

    @Override
    public void close() {
        meter.close();
    }

    /** What is at work is read beside a long notice too: the notice gives way, up to this share of the line. */
    private final class Chips extends HBox {
        @Override
        protected double computeMinWidth(double height) {
            return Math.min(computePrefWidth(height), StatusLine.this.getWidth() * SHARE_OF_WIDTH);
        }
    }
}
