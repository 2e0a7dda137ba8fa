package org.palimpsest.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import org.palimpsest.app.settings.Preferences;

/** Colours and text size of the window. */
final class Themes {
    private static final String OWN = "/org/palimpsest/resources/themes/palimpsest.css";
    private static final double PLATFORM_TEXT = 14;

    private Themes() {}

    static void apply(Preferences preferences, Scene scene) {
        boolean dark = preferences.theme() == Preferences.Theme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        String own = Themes.class.getResource(OWN).toExternalForm();
        if (!scene.getStylesheets().contains(own)) {
            scene.getStylesheets().add(own);
        }
        scene.getRoot().setStyle("-fx-font-size: %.1fpx".formatted(PLATFORM_TEXT * preferences.textPercent() / 100));
    }
}
