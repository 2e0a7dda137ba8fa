package org.palimpsest.app.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.FlowPane;

/** Fields beside each other, as many as the width holds. */
public final class SettingsFlow extends FlowPane {
    private final Map<SettingField, SettingRow> rows = new HashMap<>();

    /** @param id begins the id of every control, as in {@link SettingsForm} */
    public SettingsFlow(List<SettingField> fields, String id) {
        SettingWords words = new SettingWords();
        getStyleClass().add("settings-flow");
        for (SettingField field : fields) {
            SettingRow row =
                    new SettingRow(field, words, id + "-" + field.parameter().name());
            rows.put(field, row);
            getChildren().add(row);
        }
    }

    /** Shows a field, or takes it out of sight while it does not count. */
    public void show(SettingField field, boolean wanted) {
        SettingRow row = rows.get(field);
        row.setVisible(wanted);
        row.setManaged(wanted);
    }
}
