package org.palimpsest.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.app.workbench.Workbench;

/** Opens the window. */
public final class WindowProgram extends Application {
    private static WindowStart start;
    private static QuietStart quiet;
    private static boolean measuring;
    private static Duration shownAfter = Duration.ZERO;
    private static final AtomicBoolean OPENED = new AtomicBoolean();

    private WorkbenchWindow window;

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws WindowFailure if this machine cannot show one
     */
    public static void open(WindowStart with) {
        start = with;
        System.setProperty("palimpsest.courteous", "true");
        quiet = new QuietStart();
        try {
            Application.launch(WindowProgram.class);
        } catch (RuntimeException | LinkageError e) {
            quiet.failed();
            throw OPENED.get() ? WindowFailure.within(e) : WindowFailure.of(e);
        }
    }

    /**
     * Opens the window and closes it once it has been drawn.
     *
     * @return from the start of the Java machine until then
     * @throws WindowFailure if this machine cannot show one
     */
    public static Duration measure(WindowStart with) {
        measuring = true;
        open(with);
        return shownAfter;
    }

    @Override
    public void start(Stage stage) throws IOException {
        OPENED.set(true);
        quiet.opened();
        Platform.setImplicitExit(true);
        open(stage, start);
        if (measuring) {
            new FirstFrames(this::drawn).start();
        }
    }

    private void drawn() {
        shownAfter = Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        Platform.exit();
    }

    private void open(Stage stage, WindowStart with) throws IOException {
        Workbench workbench = Workbenches.make(with, stage);
        window = new WorkbenchWindow(workbench);
        window.openAgainBy(() -> openAgain(stage));
        Unforeseen.tellIn(workbench.notices());
        window.show(stage);
        new FirstSteps(workbench).take(with);
    }

    /** The same stage with another window: another language, another workspace. */
    private void openAgain(Stage stage) {
        window.close();
        try {
            open(stage, start.again());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        window.close();
    }
}
