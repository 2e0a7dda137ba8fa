package org.palimpsest.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.settings.Preferences.Theme;
import org.palimpsest.app.workbench.Tasks;

/** Colours, text size and motion of the window. */
final class Themes {
    private static final double PLATFORM_TEXT = 14;
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String STILL = "still";

    private final Scene scene;
    private final Tasks tasks;
    private final BooleanSupplier system;
    private final Runnable before;
    private boolean systemDark;
    private Preferences worn;

    /**
     * @param system asked in the background whether the desktop is dark
     * @param before called before everything in the scene is dressed anew
     */
    Themes(Scene scene, Tasks tasks, BooleanSupplier system, Runnable before) {
        this.scene = scene;
        this.tasks = tasks;
        this.system = system;
        this.before = before;
    }

    /** Puts on what is preferred; the desktop's colours, where they are followed, come a moment later. */
    void apply(Preferences preferences) {
        boolean asks = preferences.theme() == Theme.SYSTEM && (worn == null || worn.theme() != Theme.SYSTEM);
        if (worn == null || looksOther(preferences)) {
            wear(preferences);
        }
        worn = preferences;
        if (asks) {
            askSystem();
        }
    }

    private boolean looksOther(Preferences now) {
        return now.theme() != worn.theme()
                || !now.textPercent().equals(worn.textPercent())
                || !now.reducedMotion().equals(worn.reducedMotion());
    }

    /** Looks what the desktop wears now, as when the window is gone back to. */
    void askSystem() {
        if (worn == null || worn.theme() != Theme.SYSTEM) {
            return;
        }
        tasks.compute(
                system::getAsBoolean,
                dark -> {
                    if (dark != systemDark) {
                        systemDark = dark;
                        wear(worn);
                    }
                },
                refused -> {
                    // A desktop that cannot be asked keeps the window light.
                });
    }

    private void wear(Preferences preferences) {
        before.run();
        Theme theme = preferences.theme();
        boolean dark = theme == Theme.DARK || theme == Theme.CONTRAST || (theme == Theme.SYSTEM && systemDark);
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>(StyleSheets.all(preferences.textPercent()));
        if (theme == Theme.CONTRAST) {
            sheets.add(StyleSheets.named("contrast"));
        }
        if (preferences.reducedMotion()) {
            sheets.add(StyleSheets.named(STILL));
        }
        // A sheet, since popups take over the sheets of their window but not the style of its root.
        sheets.add(StyleSheets.of(String.format(
                Locale.ROOT, ".root { -fx-font-size: %.1fpx; }", PLATFORM_TEXT * preferences.textPercent() / 100)));
        scene.getStylesheets().setAll(sheets);
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }
}
