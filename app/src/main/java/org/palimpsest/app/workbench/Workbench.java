package org.palimpsest.app.workbench;

import java.util.function.Supplier;
import javafx.stage.Window;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.worker.RunList;
import org.palimpsest.app.worker.Runs;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.desk.DeskProcess;
import org.palimpsest.engine.recipe.Execution;
import org.palimpsest.engine.recipe.Recipe;

/**
 * What every place shares.
 *
 * @param runs starts, resumes and commands runs
 * @param runList the runs there are
 * @param desk answers what is not a run
 * @param window the window that is seen, null before there is one
 */
public record Workbench(
        PreferencesFile preferences,
        Workspace workspace,
        Runs runs,
        RunList runList,
        DeskProcess desk,
        Navigator navigator,
        Notices notices,
        Tasks tasks,
        Undo undo,
        Samples samples,
        Supplier<Window> window) {

    /** A new recipe, on the device that a person prefers. */
    public Recipe onPreferredDevice(Recipe recipe) {
        return recipe.withExecution(
                new Execution(preferences.get().device(), recipe.execution().threads()));
    }
}
