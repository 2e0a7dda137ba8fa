package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.PlaceId;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The way a person goes through the window, on the sample, with a real worker. */
@ExtendWith(ApplicationExtension.class)
class MainPathTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** The goal; also for another theme and text size, which dress only what is seen. */
    private static final Duration STALL = Duration.ofMillis(100);

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
    void fromTheRecipeToTheAnswer(FxRobot robot, TestReporter reporter) throws IOException {
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        seeEveryPlaceOnce();
        Hands hands = new Hands(robot);
        RunningSteps running = new RunningSteps(window, hands);
        FinishedSteps finished = new FinishedSteps(window, hands);
        try (Watchdog watchdog = Watchdog.watch()) {
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
            reporter.publishEntry("longest hold", watchdog.longest().toMillis() + " ms");
            assertThat(watchdog.longest())
                    .as("the drawing thread was held%s", watchdog.where())
                    .isLessThan(STALL);
        }
        assertThat(window.workbench().notices().all()).noneMatch(notice -> notice.level() == Notice.Level.ERROR);
    }

    /** What is made for the first time is made from classes that are read just then; a person sees that once. */
    private void seeEveryPlaceOnce() {
        for (PlaceId place : PlaceId.values()) {
            window.go(place);
        }
    }
}
