package org.palimpsest.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.ShortRun;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary.State;
import org.testfx.framework.junit5.Start;

/** A worker and the window lose each other: by a kill, and by closing the window. */
@DrawsWindow
class WorkerEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** So many that the run is at work for as long as the test is. */
    private static final int STEPS = 100_000;

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;
    private RunFolder run;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() throws IOException {
        if (state() == State.RUNNING || state() == State.PAUSED) {
            window.workbench().runs().send(run, new RunCommand.Stop());
            await("the run is stopped", State.STOPPED);
        }
        window.close();
    }

    private void begin() throws IOException {
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        var recipe = ShortRun.recipe(window.workbench().workspace(), STEPS);
        run = WindowHarness.onWindow(() -> window.workbench().runs().start(recipe));
        WindowHarness.await("steps are taken", PATIENCE, () -> window.workbench()
                .runList()
                .find(run.path())
                .filter(entry -> entry.summary().step() >= 2)
                .isPresent());
    }

    private State state() {
        return WindowHarness.onWindow(() -> window.workbench()
                .runList()
                .find(run.path())
                .map(entry -> entry.summary().state())
                .orElse(null));
    }

    private void await(String what, State wanted) {
        WindowHarness.await(what, PATIENCE, () -> state() == wanted);
    }

    private void fire(String id) {
        WindowHarness.onWindow(() -> {
            ((Button) window.scene().lookup("#" + id)).fire();
            return null;
        });
        WindowHarness.settle();
    }

    @Test
    void aKilledWorkerIsToldInWordsAndTakenUpAgainByAClick() throws IOException {
        begin();
        long worker = new JsonMapper().readTree(run.lock().toFile()).path("pid").asLong();
        ProcessHandle.of(worker).orElseThrow().destroyForcibly();
        WindowHarness.await("the end is told", PATIENCE, () -> error().isPresent());
        assertThat(error().orElseThrow().text()).contains("0001-short", "killed", "resumed from its last checkpoint");
        await("the run is seen to be interrupted", State.INTERRUPTED);
        assertThat(stage.isShowing()).isTrue();
        fire("notice-action");
        await("the run is at work again", State.RUNNING);
    }

    private Optional<Notice> error() {
        return WindowHarness.onWindow(() -> window.workbench().notices().all().stream()
                .filter(notice -> notice.level() == Notice.Level.ERROR)
                .findFirst());
    }

    @Test
    void closingAsksAndARunThatGoesOnIsFoundAgain() throws IOException {
        begin();
        WindowHarness.onWindow(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
        assertThat(stage.isShowing()).isTrue();
        assertThat(window.find("leaving").isVisible()).isTrue();
        fire("leaving-stay");
        assertThat(window.find("leaving").isVisible()).isFalse();
        WindowHarness.onWindow(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
        fire("leaving-keep");
        assertThat(stage.isShowing()).isFalse();
        window.close();
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        await("the run is found at work", State.RUNNING);
        WindowHarness.onWindow(() -> {
            window.workbench().runs().send(run, new RunCommand.Pause());
            return null;
        });
        await("it takes commands", State.PAUSED);
    }
}
