package org.palimpsest.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.engine.card.MethodCard;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** An experiment set up from nothing, as far as the button that starts it. */
@DrawsWindow
class ExperimentPassTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void open() {
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        window.go(PlaceId.EXPERIMENT);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void unfold(FxRobot robot, String section) {
        robot.interact(() -> ((TitledPane) window.find("experiment-section-" + section)).setExpanded(true));
        WindowHarness.settle();
    }

    private void fill(FxRobot robot) {
        robot.interact(((Button) window.find("experiment-fill-sample"))::fire);
        WindowHarness.await("the sample can be started", PATIENCE, this::ready);
    }

    private boolean ready() {
        return !window.find("experiment-start").isDisabled();
    }

    @Test
    void aNewRecipeComputesWhereAPersonPrefers(FxRobot robot) {
        robot.interact(() -> window.workbench().preferences().change(now -> now.withDevice("cuda")));
        List<MenuItem> presets = ((MenuButton) window.find("experiment-presets")).getItems();
        robot.interact(presets.get(presets.size() - 1)::fire);
        unfold(robot, "keeping");
        assertThat(((TextField) window.find("experiment-execution-device")).getText())
                .isEqualTo("cuda");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsChosen() {
        WindowHarness.await(
                "the target is asked for", PATIENCE, () -> window.find("experiment-problem-model-target") != null);
        assertThat(ready()).isFalse();
    }

    @Test
    void aValueOutOfRangeKeepsFromStartingUntilItIsReset(FxRobot robot) {
        fill(robot);
        unfold(robot, "training");
        TextField rate = (TextField) window.find("experiment-training-learningRate");
        robot.interact(() -> {
            rate.requestFocus();
            rate.setText("99");
        });
        WindowHarness.await("it cannot be started", PATIENCE, () -> !ready());
        assertThat(((Label) window.find("experiment-training-learningRate-hint")).getText())
                .contains("0 to 10");
        robot.interact(((Button) window.find("experiment-training-learningRate-reset"))::fire);
        WindowHarness.await("it can be started", PATIENCE, this::ready);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherMethodCanBeTakenAndUndone(FxRobot robot) {
        ChoiceBox<MethodCard> method = (ChoiceBox<MethodCard>) window.find("experiment-method");
        String before = method.getValue().id();
        robot.interact(() -> method.setValue(method.getItems().get(0)));
        assertThat(method.getValue().id()).isNotEqualTo(before);
        robot.interact(() -> window.workbench().undo().undo());
        assertThat(method.getValue().id()).isEqualTo(before);
    }

    @Test
    void twoMethodsAndTwoSeedsAreFourRuns(FxRobot robot) {
        fill(robot);
        unfold(robot, "several");
        robot.interact(() -> {
            ((CheckBox) window.find("experiment-several-npo")).setSelected(true);
            ((CheckBox) window.find("experiment-several-graddiff")).setSelected(true);
            ((TextField) window.find("experiment-several-seeds")).setText("0-1");
        });
        WindowHarness.await(
                "four runs can be queued",
                PATIENCE,
                () -> window.find("experiment-queue").isVisible()
                        && ((Button) window.find("experiment-queue")).getText().contains("4"));
    }
}
