package org.palimpsest.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether there is a screen to open a window on. */
final class Display {
    private Display() {}

    /** Why no window can be opened, as a sentence; empty if nothing speaks against it. */
    static Optional<String> absence() {
        return absence(System.getProperty("os.name"), System.getenv());
    }

    /** The same for a system with the given name and environment. */
    static Optional<String> absence(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") || name.contains("mac")) {
            return Optional.empty();
        }
        if (isSet(environment, "DISPLAY")) {
            return Optional.empty();
        }
        return Optional.of(
                isSet(environment, "WAYLAND_DISPLAY")
                        ? "This Wayland session offers no X server (DISPLAY is not set); switch Xwayland on to open a window."
                        : "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
