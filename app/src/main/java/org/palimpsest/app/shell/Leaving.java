package org.palimpsest.app.shell;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunSummary;

/** Asks, inside the window, what shall become of runs at work when it is closed. */
final class Leaving extends StackPane {
    private final Messages words = Messages.of("shell");
    private final Workbench workbench;
    private final Runnable leave;
    private final Label question = new Label();
    private final Label queued = new Label();
    private final Button keep = button("leaving.keep", () -> {});
    private final Button pause = button("leaving.pause", () -> send(new RunCommand.Pause()));
    private final Button stop = button("leaving.stop", () -> send(new RunCommand.Stop()));
    private final Button stay = new Button(words.get("leaving.stay"));

    /** @param leave closes the window without asking */
    Leaving(Workbench workbench, Runnable leave) {
        this.workbench = workbench;
        this.leave = leave;
        setId("leaving");
        getStyleClass().add("palette-veil");
        question.getStyleClass().add("title-4");
        question.setWrapText(true);
        queued.setWrapText(true);
        Label explanation = new Label(words.get("leaving.explanation"));
        explanation.setWrapText(true);
        keep.setDefaultButton(true);
        stay.setId("leaving-stay");
        stay.setCancelButton(true);
        stay.setOnAction(event -> close());
        FlowPane buttons = new FlowPane(keep, pause, stop, stay);
        buttons.getStyleClass().add("leaving-buttons");
        VBox box = new VBox(question, explanation, queued, buttons);
        box.getStyleClass().add("leaving");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setAlignment(Pos.CENTER);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setVisible(false);
    }

    private Button button(String key, Runnable first) {
        Button button = new Button(words.get(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(event -> {
            first.run();
            leave.run();
        });
        return button;
    }

    /** Runs at work, paused ones too. */
    private List<RunEntry> working() {
        return workbench.runList().runs().stream().filter(RunEntry::working).toList();
    }

    /** Asks if there is something to ask; false if the window may close. */
    boolean ask() {
        List<RunEntry> working = working();
        int started = Math.max(working.size(), workbench.runs().working());
        if (started == 0 && workbench.runs().waiting() == 0) {
            return false;
        }
        question.setText(words.get("leaving.question", started));
        queued.setText(words.get("leaving.queued", workbench.runs().waiting()));
        queued.setVisible(workbench.runs().waiting() > 0);
        queued.setManaged(workbench.runs().waiting() > 0);
        boolean pausable = working.stream().anyMatch(run -> run.summary().state() != RunSummary.State.PAUSED);
        pause.setVisible(pausable);
        pause.setManaged(pausable);
        setVisible(true);
        toFront();
        keep.requestFocus();
        return true;
    }

    private void send(RunCommand command) {
        for (RunEntry run : working()) {
            try {
                workbench.runs().send(run.folder(), command);
            } catch (IOException e) {
                workbench.notices().error(words.get("leaving.unreached", run.id(), e.getMessage()), e);
            }
        }
    }

    private void close() {
        setVisible(false);
    }
}
