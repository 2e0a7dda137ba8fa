package org.palimpsest.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.workbench.PlaceId;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The Library as a person meets it on the first day, by the keyboard. */
@DrawsWindow
class LibraryPassTest {
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
        window = WindowHarness.open(folder.resolve("workspace"), stage, WindowHarness.usual());
        window.go(PlaceId.LIBRARY);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TreeView<?> tree() {
        return (TreeView<?>) window.find("library-tree");
    }

    private void type(FxRobot robot, String path) {
        TextField field = (TextField) window.find("library-path");
        robot.interact(() -> {
            field.requestFocus();
            field.setText(path);
        });
        robot.push(KeyCode.ENTER);
    }

    @Test
    void theSampleIsOfferedAndBringsItsModels(FxRobot robot) {
        robot.interact(((Button) window.find("library-guide-unpack"))::fire);
        WindowHarness.await(
                "the sample is listed", PATIENCE, () -> tree() != null && tree().getExpandedItemCount() > 20);
        assertThat(window.find("library-guide-unpack").isVisible()).isFalse();
    }

    @Test
    void aModelOfTheSampleIsLookedThrough(FxRobot robot) {
        robot.interact(((Button) window.find("library-guide-unpack"))::fire);
        WindowHarness.await(
                "the sample is listed", PATIENCE, () -> tree() != null && tree().getExpandedItemCount() > 20);
        type(robot, folder.resolve("workspace/sample/models/target").toString());
        WindowHarness.await("it can be checked", PATIENCE, () -> window.find("library-self-check") != null);
        robot.interact(((Button) window.find("library-self-check"))::fire);
        WindowHarness.await("the report is there", PATIENCE, () -> window.find("library-copy-report") != null);
    }

    @Test
    void dataIsTakenInByItsPathAndTakenOutAgain(FxRobot robot) throws IOException {
        Path facts = Files.writeString(folder.resolve("facts.jsonl"), "{\"question\": \"q\", \"answer\": \"a\"}\n");
        type(robot, facts.toString());
        WindowHarness.await("its rows are shown", PATIENCE, () -> window.find("library-sample-rows") != null);
        robot.interact(((Button) window.find("library-remove"))::fire);
        WindowHarness.await("it is gone", PATIENCE, () -> window.find("library-tree") == null);
        robot.interact(() -> window.workbench().undo().undo());
        WindowHarness.await("it is back", PATIENCE, () -> tree() != null && tree().getExpandedItemCount() == 2);
        assertThat(facts).exists();
    }

    @Test
    void whatIsBrokenIsRefusedWithItsPlace(FxRobot robot) throws IOException {
        Path broken = Files.writeString(folder.resolve("npo.json"), "{\"model\": {\"target\": 3},\n \"method\": {}}");
        type(robot, broken.toString());
        WindowHarness.await(
                "it is refused",
                PATIENCE,
                () -> window.find("library-checks")
                                .lookupAll(".library-refused")
                                .size()
                        == 1);
        assertThat(window.find("library-checks").lookup(".danger").getAccessibleText())
                .contains("npo.json")
                .contains("line 1, column");
    }
}
