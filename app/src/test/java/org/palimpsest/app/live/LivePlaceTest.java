package org.palimpsest.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.RecordedRuns;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.worker.RunSelection;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
import org.testfx.framework.junit5.Start;

/** Live with recorded runs, in a real window. */
@DrawsWindow
class LivePlaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;
    private List<RunFolder> recorded;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void open() throws IOException {
        recorded = RecordedRuns.into(Workspace.open(folder));
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
    }

    private void watch(Object what) throws IOException {
        open();
        WindowHarness.onWindow(() -> {
            window.workbench().navigator().open(PlaceId.LIVE, what instanceof Integer i ? recorded.get(i) : what);
            return null;
        });
        WindowHarness.await(
                "the run is read", PATIENCE, () -> text("live-scrub-step").contains("48"));
    }

    private String text(String id) {
        Node node = window.scene().lookup("#" + id);
        return node instanceof Label label ? label.getText() : "";
    }

    private <N extends Node> N node(String id, Class<N> type) {
        return type.cast(window.find(id));
    }

    private void press(KeyCode code) {
        WindowHarness.onWindow(() -> {
            Slider slider = (Slider) window.scene().lookup("#live-scrub");
            slider.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return null;
        });
        WindowHarness.settle();
    }

    private void fire(String id) {
        WindowHarness.onWindow(() -> {
            ((Button) window.scene().lookup("#" + id)).fire();
            return null;
        });
        WindowHarness.settle();
    }

    @Test
    void withoutRunsItSaysWhatToDo() throws IOException {
        open();
        window.go(PlaceId.LIVE);
        assertThat(node("live-empty-experiment", Button.class).isVisible()).isTrue();
    }

    @Test
    void everyPanelGoesBackToTheStepOfTheScrubberAndReturnsToNow() throws IOException {
        watch(1);
        assertThat(text("tokens-distance")).contains("step 48");
        String lossNow = text("formula-loss");
        for (int i = 0; i < 4; i++) {
            press(KeyCode.LEFT);
        }
        assertThat(text("live-scrub-step")).isEqualTo("step 44 of 48");
        assertThat(text("tokens-distance")).contains("step 44");
        assertThat(text("formula-loss")).isNotEqualTo(lossNow);
        press(KeyCode.END);
        assertThat(text("live-scrub-step")).isEqualTo("now: step 48");
        assertThat(text("formula-loss")).isEqualTo(lossNow);
    }

    @Test
    void aPanelIsExchangedEnlargedAndBroughtBack() throws IOException {
        watch(1);
        WindowHarness.onWindow(() -> {
            MenuButton menu = (MenuButton) window.scene().lookup("#live-panel-1-kind");
            menu.getItems().stream()
                    .filter(item -> item.getId().endsWith("divergence"))
                    .findFirst()
                    .ifPresent(MenuItem::fire);
            return null;
        });
        WindowHarness.settle();
        assertThat(window.find("panel-divergence")).isNotNull();
        assertThat(window.workbench().preferences().get().layout().get("live.panels"))
                .startsWith("DIVERGENCE,");
        fire("live-panel-1-enlarge");
        assertThat(window.find("live-panel-2")).isNull();
        fire("live-panel-1-enlarge");
        assertThat(window.find("live-panel-2")).isNotNull();
    }

    @Test
    void aFinishedRunCanBeForkedButNeitherPausedNorResumed() throws IOException {
        watch(1);
        WindowHarness.await("the recipe is read", PATIENCE, () -> !window.scene()
                .lookup("#live-fork")
                .isDisabled());
        assertThat(node("live-pause", Button.class).isDisabled()).isTrue();
        assertThat(node("live-resume", Button.class).isVisible()).isFalse();
        assertThat(node("live-stop", Button.class).isDisabled()).isTrue();
    }

    @Test
    void theSpaceBarPausesARunAtWork() throws IOException {
        recorded = RecordedRuns.into(Workspace.open(folder));
        RunFolder run = recorded.get(1);
        List<String> lines = Files.readAllLines(run.events());
        Files.write(
                run.events(),
                lines.stream().filter(line -> !line.contains("\"step\":48")).toList());
        try (RunLock lock = RunLock.acquire(run)) {
            window = WindowHarness.open(folder, stage, WindowHarness.usual());
            window.go(PlaceId.LIVE);
            WindowHarness.await("the run at work is watched by itself", PATIENCE, () -> text("live-scrub-step")
                    .contains("47"));
            assertThat(node("live-pause", Button.class).isDisabled()).isFalse();
            WindowHarness.onWindow(() -> {
                window.scene()
                        .getFocusOwner()
                        .fireEvent(new KeyEvent(
                                KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false));
                return null;
            });
            assertThat(Files.readString(run.commands())).isEqualTo("{\"command\":\"pause\"}\n");
        }
    }

    @Test
    void severalRunsAreLaidOverEachOtherAndToldApart() throws IOException {
        open();
        WindowHarness.onWindow(() -> {
            window.workbench().navigator().open(PlaceId.LIVE, new RunSelection(recorded));
            return null;
        });
        WindowHarness.await(
                "both runs are read", PATIENCE, () -> text("live-scrub-step").contains("48"));
        assertThat(window.find("live-run-0001-graddiff")).isNotNull();
        assertThat(window.find("live-run-0002-npo")).isNotNull();
        assertThat(((ListView<?>) window.find("live-events")).getItems()).isNotEmpty();
        fire("live-dismiss-0001-graddiff");
        assertThat(window.find("live-run-0001-graddiff")).isNull();
    }
}
