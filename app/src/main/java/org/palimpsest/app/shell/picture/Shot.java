package org.palimpsest.app.shell.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.app.settings.Preferences.Theme;
import org.palimpsest.app.workbench.PlaceId;

/**
 * A picture to be taken.
 *
 * @param width of the window, pixels
 * @param height of the window, pixels
 */
record Shot(PlaceId place, Theme theme, int width, int height) {

    /** Every place, light and dark, in a small window and in a large one. */
    static List<Shot> all() {
        List<Shot> shots = new ArrayList<>();
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                for (PlaceId place : PlaceId.values()) {
                    shots.add(new Shot(place, theme, size[0], size[1]));
                }
            }
        }
        return shots;
    }

    /** Name of its file: {@code live-dark-1280x800.png}. */
    String file() {
        return "%s-%s-%dx%d.png".formatted(place.key(), theme.name().toLowerCase(Locale.ROOT), width, height);
    }
}
