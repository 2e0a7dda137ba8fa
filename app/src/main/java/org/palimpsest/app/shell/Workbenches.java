package org.palimpsest.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.stage.Window;
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

/** Makes what all places share. */
public final class Workbenches {
    private Workbenches() {}

    /**
     * Everything the places share, for a window that is opened as {@code with} says.
     *
     * @param window null where nothing is shown
     * @throws IOException if the workspace cannot be made
     */
    public static Workbench make(WindowStart with, Window window) throws IOException {
        PreferencesFile preferences = PreferencesFile.open(with.preferences());
        Preferences now = preferences.get();
        Locale language = now.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(now.language());
        // Numbers of charts and tables are written as the words around them are.
        Locale.setDefault(Locale.Category.FORMAT, language);
        Messages.speak(language);
        Workspace workspace = Workspace.open(with.workspace() != null ? with.workspace() : usualWorkspace(now));
        Notices notices = new Notices();
        RunEnds ends = new RunEnds(notices);
        Runs runs = new Runs(workspace, () -> preferences.get().workerThreads(), Platform::runLater, ends::ended);
        ends.resumeBy(runs::resume);
        if (!preferences.problem().isEmpty()) {
            notices.warning(Messages.of("shell").get("preferences.broken", preferences.problem()));
        }
        RunList runList = new RunList(workspace, Platform::runLater);
        new LostRuns(runList.runs(), runs::isOurs, ends::lost).watch();
        return new Workbench(
                preferences,
                workspace,
                runs,
                runList,
                new DeskProcess(now.workerThreads(), workspace.logs().resolve("desk.log")),
                new Navigator(),
                notices,
                new Tasks(),
                new Undo(),
                with.samples(),
                () -> window);
    }

    /** The workspace of a person who has chosen none. */
    static Path usualWorkspace(Preferences preferences) {
        return preferences.workspace().isEmpty()
                ? Path.of(System.getProperty("user.home"), "Palimpsest")
                : Path.of(preferences.workspace());
    }
}
