package org.palimpsest.app.shell.status;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.event.RunFolder;

/** Every worker, task and notice in full, over the lower left of the window. Made of what there is each time it changes while it is seen. */
public final class Activity extends VBox {
    private final Messages messages = Messages.of("shell");
    private final StatusWords words = new StatusWords();
    private final Workers workers;
    private final ObservableList<BackgroundTask> tasks;
    private final ObservableList<Notice> notices;
    private final Consumer<RunFolder> openRun;
    private final VBox content = new VBox();
    private final Button close = new Button(null, new FontIcon("fth-x"));
    private final VBox workerBox = new VBox();
    private final VBox taskBox = new VBox();
    private final VBox noticeBox = new VBox();
    private Node focusedBefore;

    public Activity(Workbench workbench, Workers workers, Consumer<RunFolder> openRun) {
        this.workers = workers;
        this.tasks = workbench.tasks().running();
        this.notices = workbench.notices().all();
        this.openRun = openRun;
        setId("activity");
        getStyleClass().add("activity");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(messages.get("activity.title"));
        title.getStyleClass().add("title-4");
        close.setId("activity-close");
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(messages.get("activity.close"));
        close.setTooltip(new Tooltip(messages.get("activity.close")));
        close.setOnAction(event -> close());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("activity-content");
        content.getChildren().addAll(workerBox, taskBox, noticeBox);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("activity-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        for (ObservableList<?> list : java.util.List.of(workers.states(), tasks, notices)) {
            list.addListener((InvalidationListener) change -> show());
        }
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setVisible(false);
    }

    /** Shows it, or hides it if it is seen. */
    public void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        focusedBefore = getScene().getFocusOwner();
        setVisible(true);
        show();
        toFront();
        close.requestFocus();
    }

    private void close() {
        setVisible(false);
        content.getChildren().forEach(box -> ((VBox) box).getChildren().clear());
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void show() {
        if (!isVisible()) {
            return;
        }
        fill(
                workerBox,
                "activity.workers",
                workers.states().stream().map(this::worker).toList());
        fill(
                taskBox,
                "activity.tasks",
                tasks.stream().map(task -> (Node) new TaskChip(task)).toList());
        fill(
                noticeBox,
                "activity.notices",
                notices.stream().map(notice -> (Node) new NoticeCard(notice)).toList());
        if (notices.isEmpty()) {
            noticeBox.getChildren().add(new Label(messages.get("notices.none")));
        }
    }

    private void fill(VBox box, String key, java.util.List<Node> lines) {
        box.getChildren().setAll(lines);
        if (!lines.isEmpty()) {
            Label title = new Label(messages.get(key));
            title.getStyleClass().add("text-bold");
            box.getChildren().add(0, title);
        }
    }

    private Node worker(WorkerState state) {
        WorkerChip chip = new WorkerChip(words);
        chip.show(state);
        chip.setOnAction(event -> {
            close();
            openRun.accept(new RunFolder(state.folder()));
        });
        return chip;
    }
}
