package org.palimpsest.app.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.card.Card;

/** A probe, metric or attack that can be switched on. */
final class Choice {
    private final CardForm settings;
    private final SettingsFormModel use;
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private int rank;

    /** @param probe whether it looks every so many steps */
    Choice(Card card, boolean probe, Consumer<Edit> edits) {
        settings = new CardForm(card, edits);
        Sheet sheet = probe ? Sheet.of("use", "/properties/probes/items") : Sheet.of("use");
        sheet.flag("on", ExperimentWords.meaning("on"));
        use = new SettingsFormModel(probe ? sheet.key("every").card() : sheet.card(), Map.of(), edits);
    }

    Card card() {
        return settings.card();
    }

    CardForm settings() {
        return settings;
    }

    /** Whether it is on and, for a probe, every how many steps it looks. */
    SettingsFormModel use() {
        return use;
    }

    SettingField on() {
        return use.field("on");
    }

    boolean isOn() {
        return on().text().get().equals("true");
    }

    /** Steps between two looks of a probe. */
    int every() {
        return (Integer) use.values().get().get("every");
    }

    /** Pinned prompts of a probe. */
    ObservableList<String> prompts() {
        return prompts;
    }

    /** Its place among those that are on: the recipe's order, then the order of switching on. */
    int rank() {
        return rank;
    }

    void rank(int place) {
        rank = place;
    }

    void load(Map<String, Object> used, Map<String, Object> given, List<String> pinned) {
        use.set(used);
        settings.load(given);
        prompts.setAll(pinned);
    }
}
