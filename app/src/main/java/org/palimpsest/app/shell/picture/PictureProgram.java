package org.palimpsest.app.shell.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.app.shell.WorkbenchWindow;
import org.palimpsest.app.shell.Workbenches;
import org.palimpsest.app.workbench.Workbench;

/** Opens the window and takes a picture of every place of it. */
public final class PictureProgram extends Application {
    private static final Duration TO_LIST_RUNS = Duration.seconds(3);

    private static WindowStart start;
    private static Path folder;
    private static Consumer<Path> taken;

    private static Throwable failure;

    private WorkbenchWindow window;

    /**
     * Takes the pictures and returns when all are there.
     *
     * @param with a workspace with finished runs
     * @param into the folder of the pictures
     * @param tell told of every picture
     */
    public static void take(WindowStart with, Path into, Consumer<Path> tell) {
        start = with;
        folder = into;
        taken = tell;
        Application.launch(PictureProgram.class);
        if (failure != null) {
            throw new IllegalStateException("A picture could not be taken: " + failure, failure);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            failure = thrown;
            Platform.exit();
        });
        // A window manager's frame would be part of the picture.
        stage.initStyle(StageStyle.UNDECORATED);
        Workbench workbench = Workbenches.make(start, stage);
        window = new WorkbenchWindow(workbench);
        window.show(stage);
        Photographer photographer = new Photographer(stage, workbench, folder, taken, Platform::exit);
        PauseTransition pause = new PauseTransition(TO_LIST_RUNS);
        pause.setOnFinished(event -> photographer.next());
        pause.play();
    }

    @Override
    public void stop() {
        window.close();
    }
}
