package org.palimpsest.app.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.SettingException;
import org.palimpsest.engine.card.Settings;

/** The settings of one card in a recipe. What a recipe names is named again, so that opening and saving it changes nothing. */
final class CardForm {
    private final SettingsFormModel fields;
    private Map<String, Object> given = Map.of();

    CardForm(Card card, Consumer<Edit> edits) {
        fields = new SettingsFormModel(card, Map.of(), edits);
    }

    SettingsFormModel fields() {
        return fields;
    }

    Card card() {
        return fields.card();
    }

    /** Takes a recipe's settings; the others take their defaults. */
    void load(Map<String, Object> settings) {
        given = settings;
        fields.set(settings);
    }

    /** What a recipe says: settings it named before and that still have that value, and those that differ from their defaults. */
    Map<String, Object> settings() {
        Map<String, Object> now = fields.values().get();
        Map<String, Object> differing = fields.differing();
        Map<String, Object> settings = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (now.get(key).equals(normal(key, value))) {
                settings.put(key, value);
            }
        });
        differing.forEach(settings::putIfAbsent);
        return settings;
    }

    /** A value as the card's kind has it: in a file 2 may stand for 2.0. */
    private Object normal(String key, Object value) {
        try {
            return Settings.of(card(), Map.of(key, value)).values().get(key);
        } catch (SettingException e) {
            return null;
        }
    }
}
