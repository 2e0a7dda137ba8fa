package org.palimpsest.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Navigator;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.app.workbench.Tasks;
import org.palimpsest.app.workbench.Undo;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunList;
import org.palimpsest.app.worker.Runs;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.desk.DeskProcess;

/** Opens the window. */
public final class WindowProgram extends Application {
    private static WindowStart start;

    private WorkbenchWindow window;

    /** Opens the window and returns when it is closed. */
    public static void open(WindowStart with) {
        start = with;
        System.setProperty("palimpsest.courteous", "true");
        Application.launch(WindowProgram.class);
    }

    @Override
    public void start(Stage stage) throws IOException {
        window = new WorkbenchWindow(workbench(start, stage));
        window.show(stage);
    }

    /** Everything the places share, for a window that is opened as {@code with} says. */
    public static Workbench workbench(WindowStart with, Stage stage) throws IOException {
        PreferencesFile preferences = PreferencesFile.open(with.preferences());
        Preferences now = preferences.get();
        Messages.speak(now.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(now.language()));
        Workspace workspace = Workspace.open(with.workspace() != null ? with.workspace() : usualWorkspace(now));
        Notices notices = new Notices();
        Messages words = Messages.of("shell");
        Runs runs = new Runs(workspace, () -> preferences.get().workerThreads(), Platform::runLater, (folder, end) -> {
            String name = folder.path().getFileName().toString();
            if (end.finished()) {
                notices.success(words.get("run.finished", name));
            } else if (end.stopped()) {
                notices.information(words.get("run.stopped", name));
            } else {
                notices.error(words.get("run.ended", name, end.inWords()));
            }
        });
        return new Workbench(
                preferences,
                workspace,
                runs,
                new RunList(workspace, Platform::runLater),
                new DeskProcess(now.workerThreads(), workspace.logs().resolve("desk.log")),
                new Navigator(),
                notices,
                new Tasks(),
                new Undo(),
                with.samples(),
                () -> stage);
    }

    private static Path usualWorkspace(Preferences preferences) {
        return preferences.workspace().isEmpty()
                ? Path.of(System.getProperty("user.home"), "Palimpsest")
                : Path.of(preferences.workspace());
    }

    @Override
    public void stop() {
        window.close();
    }
}
