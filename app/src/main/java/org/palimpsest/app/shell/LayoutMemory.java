package org.palimpsest.app.shell;

import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.workbench.PlaceId;

/** Puts the window where it was last, and remembers where it is when it closes. */
final class LayoutMemory {
    private static final String BOUNDS = "window.bounds";
    private static final String MAXIMISED = "window.maximised";
    private static final String PLACE = "window.place";
    private static final int SEEN = 100;

    private final PreferencesFile preferences;

    LayoutMemory(PreferencesFile preferences) {
        this.preferences = preferences;
    }

    /** Whether it is known where the window was. */
    boolean remembersBounds() {
        return preferences.get().layout().containsKey(BOUNDS);
    }

    /** Gives the stage its bounds, where they are still on a screen. */
    void restore(Stage stage) {
        Map<String, String> layout = preferences.get().layout();
        String[] numbers = layout.getOrDefault(BOUNDS, "").split(" ");
        if (numbers.length == 4) {
            try {
                place(
                        stage,
                        Double.parseDouble(numbers[0]),
                        Double.parseDouble(numbers[1]),
                        Double.parseDouble(numbers[2]),
                        Double.parseDouble(numbers[3]));
            } catch (NumberFormatException e) {
                // Written by hand, or by another version: the usual size will do.
                stage.sizeToScene();
            }
        }
        stage.setMaximized(Boolean.parseBoolean(layout.get(MAXIMISED)));
    }

    private static void place(Stage stage, double x, double y, double width, double height) {
        boolean seen = !Screen.getScreensForRectangle(x, y, Math.min(SEEN, width), Math.min(SEEN, height))
                .isEmpty();
        if (!seen || width < SEEN || height < SEEN) {
            return;
        }
        Rectangle2D screen =
                Screen.getScreensForRectangle(x, y, width, height).get(0).getVisualBounds();
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
    }

    /** The place that was seen last, at first the Library. */
    PlaceId place() {
        String name = preferences.get().layout().getOrDefault(PLACE, PlaceId.LIBRARY.name());
        for (PlaceId place : PlaceId.values()) {
            if (place.name().equals(name)) {
                return place;
            }
        }
        return PlaceId.LIBRARY;
    }

    /** Remembers the stage and the place. */
    void keep(Stage stage, PlaceId place) {
        preferences.change(now -> {
            var kept = now.withLayout(MAXIMISED, Boolean.toString(stage.isMaximized()))
                    .withLayout(PLACE, place == null ? null : place.name());
            return stage.isMaximized()
                    ? kept
                    : kept.withLayout(
                            BOUNDS,
                            "%.0f %.0f %.0f %.0f"
                                    .formatted(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                                    .replace(',', '.'));
        });
    }
}
