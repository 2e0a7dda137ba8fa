package org.palimpsest.app.shell;

import java.nio.file.Path;
import org.palimpsest.app.workbench.Samples;

/**
 * What the window is opened with.
 *
 * @param workspace null for the preferred one
 * @param demonstration whether the sample's methods are to be started side by side
 * @param preferences the file they are kept in
 */
public record WindowStart(Path workspace, boolean demonstration, Path preferences, Samples samples) {

    /** Where preferences are kept on this system. */
    public static Path usualPreferences() {
        String configuration = System.getenv("XDG_CONFIG_HOME");
        Path folder = configuration == null || configuration.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configuration);
        return folder.resolve("palimpsest").resolve("preferences.json");
    }
}
