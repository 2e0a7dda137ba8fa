package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.settings.Preferences.Theme;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.RunSummary.State;
import org.palimpsest.engine.recipe.RecipeWriter;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The way from the Library to an answer with the keyboard alone, on the sample, with a real worker. */
@DrawsWindow
class KeyboardPassTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int STEPS = 16;

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;
    private Keyboard keyboard;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        window.stopRunsAndClose();
    }

    @Test
    void fromTheLibraryToTheAnswer(FxRobot robot) throws IOException {
        Workspace workspace = Workspace.open(folder);
        RecordedRuns.copy(workspace, "npo", "0001-npo");
        Files.writeString(
                workspace.recipes().resolve("short.json"), RecipeWriter.write(ShortRun.recipe(workspace, STEPS)));
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        keyboard = new Keyboard(robot);
        picksARecipe();
        startsIt();
        pausesScrubsAndContinues();
        comparesIt();
        asksIt();
        changesTheTheme();
        assertThat(window.workbench().notices().all()).noneMatch(notice -> notice.level() == Notice.Level.ERROR);
    }

    private void picksARecipe() {
        keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        WindowHarness.await(
                "the library lists things",
                PATIENCE,
                () -> Hands.find(node -> "library-tree".equals(node.getId())) != null);
        keyboard.press(KeyCode.CONTROL, KeyCode.F);
        keyboard.type("short");
        keyboard.tabTo("library-tree");
        keyboard.press(KeyCode.DOWN);
        keyboard.press(KeyCode.DOWN);
        WindowHarness.await(
                "the recipe can be used", PATIENCE, () -> window.scene().lookup("#library-use") != null);
        keyboard.tabTo("library-use");
        keyboard.press(KeyCode.SPACE);
        WindowHarness.await("the experiment is seen", PATIENCE, () -> here() == PlaceId.EXPERIMENT);
    }

    private void startsIt() {
        keyboard.tabTo("experiment-method");
        keyboard.tabTo("experiment-start");
        keyboard.press(KeyCode.SPACE);
        WindowHarness.await("the run is watched", PATIENCE, () -> here() == PlaceId.LIVE);
    }

    private void pausesScrubsAndContinues() {
        WindowHarness.await(
                "steps are taken",
                PATIENCE,
                () -> run() != null && run().summary().step() >= 4);
        keyboard.press(KeyCode.SPACE);
        WindowHarness.await("the run pauses", PATIENCE, () -> run().summary().state() == State.PAUSED);
        WindowHarness.await(
                "the step is shown", PATIENCE, () -> text("live-scrub-step").startsWith("now"));
        keyboard.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(text("live-scrub-step")).startsWith("step ");
        keyboard.tabTo("live-scrub");
        keyboard.press(KeyCode.LEFT);
        keyboard.press(KeyCode.END);
        assertThat(text("live-scrub-step")).startsWith("now: step ");
        keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertThat(keyboard.focusId()).isEqualTo("live-attack-choice");
        keyboard.press(KeyCode.ESCAPE);
        keyboard.tabTo("live-continue");
        keyboard.press(KeyCode.SPACE);
        WindowHarness.await("the run finishes", PATIENCE, () -> run().summary().state() == State.FINISHED);
    }

    private void comparesIt() {
        keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        keyboard.tabTo("run-table");
        keyboard.press(KeyCode.HOME);
        keyboard.press(KeyCode.CONTROL, KeyCode.A);
        keyboard.tabTo("compare-pictures");
        for (int i = 0; i < 3; i++) {
            keyboard.press(KeyCode.RIGHT);
        }
        WindowHarness.await(
                "the recipes of both are compared",
                PATIENCE,
                () -> window.scene().lookup("#recipe-diff") instanceof TableView<?> table
                        && table.getColumns().size() == 3
                        && !table.getItems().isEmpty());
    }

    private void asksIt() {
        keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        keyboard.press(KeyCode.CONTROL, KeyCode.L);
        assertThat(keyboard.focusId()).isEqualTo("ask-question");
        keyboard.type("Where was Ansel Torvane born?");
        WindowHarness.await("it can be asked", PATIENCE, () -> !window.scene()
                .lookup("#ask-go")
                .isDisabled());
        keyboard.press(KeyCode.ENTER);
        WindowHarness.await(
                "the answers are judged",
                PATIENCE,
                () -> Hands.find(node -> "ask-judgement".equals(node.getId())) != null);
    }

    private void changesTheTheme() {
        keyboard.press(KeyCode.CONTROL, KeyCode.K);
        keyboard.type("theme dark");
        keyboard.press(KeyCode.ENTER);
        assertThat(window.workbench().preferences().get().theme()).isEqualTo(Theme.DARK);
        assertThat(keyboard.focusId()).isEqualTo("ask-question");
    }

    private PlaceId here() {
        return window.workbench().navigator().here().get();
    }

    private RunEntry run() {
        return window.workbench().runList().runs().stream()
                .filter(run -> run.path().getFileName().toString().startsWith("0002"))
                .findFirst()
                .orElse(null);
    }

    private String text(String id) {
        return window.find(id) instanceof Label label ? label.getText() : "";
    }
}
