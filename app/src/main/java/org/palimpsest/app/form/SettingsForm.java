package org.palimpsest.app.form;

import javafx.scene.layout.VBox;

/** The fields of a {@link SettingsFormModel}, one under the other; a card without settings gives an empty form. */
public final class SettingsForm extends VBox {

    /** @param id begins the id of every control: {@code attack-relearning} gives {@code attack-relearning-samples} */
    public SettingsForm(SettingsFormModel model, String id) {
        SettingWords words = new SettingWords();
        getStyleClass().add("settings-form");
        for (SettingField field : model.fields()) {
            getChildren()
                    .add(new SettingRow(
                            field, words, id + "-" + field.parameter().name()));
        }
    }
}
