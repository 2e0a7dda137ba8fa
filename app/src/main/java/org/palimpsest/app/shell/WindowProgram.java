package org.palimpsest.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.app.workbench.Workbench;

/** Opens the window. */
public final class WindowProgram extends Application {
    private static WindowStart start;
    private static QuietStart quiet;
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
            if (OPENED.get()) {
                throw e;
            }
            quiet.failed();
            throw WindowFailure.of(e);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        OPENED.set(true);
        quiet.opened();
        Platform.setImplicitExit(true);
        open(stage, start);
    }

    private void open(Stage stage, WindowStart with) throws IOException {
        Workbench workbench = Workbenches.make(with, stage);
        window = new WorkbenchWindow(workbench);
        window.openAgainBy(() -> openAgain(stage));
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
