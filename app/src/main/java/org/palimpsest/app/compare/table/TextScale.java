package org.palimpsest.app.compare.table;

import java.util.Collection;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.TableColumn;
import org.palimpsest.app.settings.Preferences;

/** How large text is, 1 being the platform's size, and columns that stay as wide as their words while it changes. */
public final class TextScale {
    private final ReadOnlyObjectProperty<Preferences> preferences;

    /** @param preferences what a person prefers now */
    public TextScale(ReadOnlyObjectProperty<Preferences> preferences) {
        this.preferences = preferences;
    }

    /** Size of text beside the platform's. */
    public double get() {
        return of(preferences.get());
    }

    /**
     * Widens and narrows columns with the text. What a person has drawn wider stays wider in proportion.
     *
     * @param columns asked for whenever the size changes
     */
    public void widen(Supplier<? extends Collection<? extends TableColumn<?, ?>>> columns) {
        preferences.addListener((observed, before, now) -> {
            double ratio = of(now) / of(before);
            if (ratio != 1) {
                columns.get().forEach(column -> column.setPrefWidth(column.getWidth() * ratio));
            }
        });
    }

    private static double of(Preferences preferences) {
        return preferences.textPercent() / 100.0;
    }
}
