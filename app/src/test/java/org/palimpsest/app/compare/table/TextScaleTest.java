package org.palimpsest.app.compare.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.settings.Preferences;

class TextScaleTest {
    private final ReadOnlyObjectWrapper<Preferences> preferences = new ReadOnlyObjectWrapper<>(Preferences.DEFAULT);
    private final TextScale scale = new TextScale(preferences.getReadOnlyProperty());

    @Test
    void columnsGrowAndShrinkWithTheText() {
        TableColumn<String, String> column = new TableColumn<>("a");
        column.setPrefWidth(120);
        scale.widen(() -> List.of(column));
        preferences.set(Preferences.DEFAULT.withTextPercent(200));
        assertThat(column.getWidth()).isEqualTo(240);
        preferences.set(Preferences.DEFAULT.withTextPercent(100));
        assertThat(column.getWidth()).isEqualTo(120);
    }

    @Test
    void otherPreferencesLeaveColumnsAlone() {
        TableColumn<String, String> column = new TableColumn<>("a");
        column.setPrefWidth(120);
        scale.widen(() -> List.of(column));
        preferences.set(Preferences.DEFAULT.withTheme(Preferences.Theme.DARK));
        assertThat(column.getWidth()).isEqualTo(120);
    }
}
