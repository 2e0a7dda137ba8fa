package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.workbench.Notice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The way a person goes through the window, on the sample, with a real worker. */
@DrawsWindow
class MainPathTest {
    /** Enough that a pause comes before the end. */
    private static final int STEPS = 64;

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        window.stopRunsAndClose();
    }

    @Test
    void fromTheRecipeToTheAnswer(FxRobot robot) throws IOException {
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        Hands hands = new Hands(robot);
        RunningSteps running = new RunningSteps(window, hands);
        FinishedSteps finished = new FinishedSteps(window, hands);
        running.start(STEPS);
        running.seeCurvesGrow();
        running.pause();
        running.attack();
        running.goOn();
        running.forkWithAnotherMethod();
        running.scrub(STEPS);
        finished.export(folder, STEPS);
        finished.compare(running.first(), running.fork());
        finished.ask("Where was Ansel Torvane born?");
        finished.seeDarkAndLarge();
        assertThat(window.workbench().notices().all()).noneMatch(notice -> notice.level() == Notice.Level.ERROR);
    }
}
