package org.palimpsest.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether its colours are dark, as JavaFX cannot say. Takes up to two seconds: never on the window's thread. */
final class SystemTheme {
    private static final long PATIENCE_SECONDS = 2;

    private SystemTheme() {}

    /** Whether the desktop prefers dark windows; false if it does not say. */
    static boolean isDark() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            // The key is absent, and the command fails, while the colours are light.
            return said(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .filter(SystemTheme::namesDark)
                    .isPresent();
        }
        if (system.contains("win")) {
            return said(List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"))
                    .filter(answer -> answer.strip().endsWith("0x0"))
                    .isPresent();
        }
        String gtk = System.getenv("GTK_THEME");
        if (gtk != null && !gtk.isBlank()) {
            return namesDark(gtk);
        }
        Optional<String> scheme = said(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"));
        if (scheme.isPresent() && !scheme.get().contains("default")) {
            return namesDark(scheme.get());
        }
        return said(List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme"))
                .filter(SystemTheme::namesDark)
                .isPresent();
    }

    /** Whether a theme's name or setting is that of a dark one ({@code Adwaita:dark}, {@code 'prefer-dark'}). */
    static boolean namesDark(String name) {
        return name.toLowerCase(Locale.ROOT).contains("dark");
    }

    /** What a command prints; empty where there is no such command, it fails, or it takes too long. */
    private static Optional<String> said(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            // There is no such command on this desktop.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
