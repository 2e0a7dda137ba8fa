package org.palimpsest.app.shell;

import java.nio.file.Path;
import org.palimpsest.app.workbench.Samples;

/**
 * What the window is opened with.
 *
 * @param workspace null for the preferred one
 * @param demonstration whether the sample's methods are to be started side by side
 * @param preferences the file they are kept in
 * @param recipe a recipe file to begin with; null for none
 */
public record WindowStart(Path workspace, boolean demonstration, Path preferences, Samples samples, Path recipe) {

    /** Begins with no recipe. */
    public WindowStart(Path workspace, boolean demonstration, Path preferences, Samples samples) {
        this(workspace, demonstration, preferences, samples, null);
    }

    /** The same, beginning with a recipe. */
    public WindowStart with(Path recipeFile) {
        return new WindowStart(workspace, demonstration, preferences, samples, recipeFile);
    }

    /** The window opened anew: with the preferred workspace, and beginning with nothing. */
    WindowStart again() {
        return new WindowStart(null, false, preferences, samples, null);
    }

    /** Where preferences are kept on this system. */
    public static Path usualPreferences() {
        String configuration = System.getenv("XDG_CONFIG_HOME");
        Path folder = configuration == null || configuration.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configuration);
        return folder.resolve("palimpsest").resolve("preferences.json");
    }
}
