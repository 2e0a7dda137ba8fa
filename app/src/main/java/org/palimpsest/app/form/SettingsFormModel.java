package org.palimpsest.app.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.card.Card;

/** The settings of a method, probe, metric or attack while a person changes them, made from its card alone. */
public final class SettingsFormModel {
    private final Card card;
    private final SettingWords words = new SettingWords();
    private final Consumer<Edit> edits;
    private final List<SettingField> fields;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<String, Object>> values = new ReadOnlyObjectWrapper<>(Map.of());

    /** A form with every default of the card, whose changes cannot be undone. */
    public static SettingsFormModel of(Card card) {
        return new SettingsFormModel(card, Map.of(), Edit::redo);
    }

    /**
     * @param given values that differ from the defaults; keys the card does not know are left out
     * @param edits takes every change a person makes, usually {@code workbench.undo()::perform}
     */
    public SettingsFormModel(Card card, Map<String, Object> given, Consumer<Edit> edits) {
        this.card = card;
        this.edits = edits;
        this.fields = card.hyperParameters().stream()
                .map(parameter -> new SettingField(
                        card, parameter, given.getOrDefault(parameter.name(), parameter.defaultValue()), words, edits))
                .toList();
        for (SettingField field : fields) {
            field.problem().addListener((observed, before, now) -> update());
            field.text().addListener((observed, before, now) -> update());
        }
        update();
    }

    public Card card() {
        return card;
    }

    /** One a hyper-parameter, in the card's order. */
    public List<SettingField> fields() {
        return fields;
    }

    /**
     * The field of a setting.
     *
     * @throws IllegalArgumentException if the card has none of that name
     */
    public SettingField field(String name) {
        return fields.stream()
                .filter(field -> field.parameter().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(card.id() + " has no setting " + name));
    }

    /** Whether every field has a value its card allows, and a flag is set where the card needs one. */
    public ReadOnlyBooleanProperty valid() {
        return valid.getReadOnlyProperty();
    }

    /** Every setting with its value; while a field has a problem, as it was before. */
    public ReadOnlyObjectProperty<Map<String, Object>> values() {
        return values.getReadOnlyProperty();
    }

    /** Only the settings that differ from the card's defaults, as a short recipe or command would name them. */
    public Map<String, Object> differing() {
        Map<String, Object> differing = new LinkedHashMap<>(values.get());
        card.hyperParameters().forEach(parameter -> differing.remove(parameter.name(), parameter.defaultValue()));
        return differing;
    }

    /** Takes other values, without an edit; settings that are not named take their defaults. */
    public void set(Map<String, Object> given) {
        for (SettingField field : fields) {
            Object value = given.getOrDefault(
                    field.parameter().name(), field.parameter().defaultValue());
            field.put(SettingField.textOf(value));
        }
    }

    /** Takes every default, as one edit. */
    public void reset() {
        Map<SettingField, String> before = new LinkedHashMap<>();
        fields.forEach(field -> before.put(field, field.text().get()));
        edits.accept(new Edit(words.allReset(), () -> set(Map.of()), () -> before.forEach(SettingField::put)));
    }

    private void update() {
        Map<String, Object> now = new LinkedHashMap<>();
        fields.forEach(field -> now.put(field.parameter().name(), field.value()));
        boolean whole = !now.containsValue(null);
        if (whole && !now.equals(values.get())) {
            values.set(Collections.unmodifiableMap(now));
        }
        boolean allOff = !card.atLeastOne().isEmpty()
                && card.atLeastOne().stream().noneMatch(name -> Boolean.TRUE.equals(now.get(name)));
        card.atLeastOne().stream().findFirst().ifPresent(name -> field(name)
                .remark(allOff ? words.allOff(card.atLeastOne()) : ""));
        valid.set(whole && !allOff);
    }
}
