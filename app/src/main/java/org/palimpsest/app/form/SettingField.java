package org.palimpsest.app.form;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.SettingException;
import org.palimpsest.engine.card.Settings;

/**
 * One setting of a form. Whatever its kind, it is held as the text a person typed or chose ({@code true} for a flag), so that a
 * text that is no value yet is neither lost nor taken for one.
 */
public final class SettingField {
    private final Card card;
    private final HyperParameter parameter;
    private final SettingWords words;
    private final Consumer<Edit> edits;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private Object value;
    private String committed;

    SettingField(Card card, HyperParameter parameter, Object start, SettingWords words, Consumer<Edit> edits) {
        this.card = card;
        this.parameter = parameter;
        this.words = words;
        this.edits = edits;
        text.addListener((observed, before, now) -> check());
        text.set(textOf(start));
        check();
        committed = text.get();
    }

    /** What the card says of it. */
    public HyperParameter parameter() {
        return parameter;
    }

    /** What is typed or chosen; views bind to it, and call {@link #commit} when a person is done with it. */
    public StringProperty text() {
        return text;
    }

    /** What is wrong and what is expected; empty if nothing is. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it differs from the card's default. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** The value, of the type the card asks for; null while {@link #problem} is not empty. */
    public Object value() {
        return problem.get().isEmpty() ? value : null;
    }

    /** Puts a problem found elsewhere (in the recipe as a whole) at the field, until its text changes. */
    public void complain(String message) {
        problem.set(message);
    }

    /** What is wrong with it beside other settings; the value counts all the same. */
    public ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /** Says what is wrong with it beside other settings; empty for nothing. */
    public void remark(String message) {
        remark.set(message);
    }

    /** A person is done changing the text: it becomes one edit, which can be undone. */
    public void commit() {
        String before = committed;
        String now = text.get();
        if (!before.equals(now)) {
            edits.accept(new Edit(words.changed(parameter), () -> put(now), () -> put(before)));
            committed = now;
        }
    }

    /** Takes the card's default, as an edit. */
    public void reset() {
        text.set(textOf(parameter.defaultValue()));
        commit();
    }

    /** Sets the text without an edit. */
    void put(String other) {
        committed = other;
        text.set(other);
    }

    private void check() {
        value = parsed();
        changed.set(value == null || !value.equals(parameter.defaultValue()));
        if (value == null) {
            problem.set(words.notA(parameter, text.get()));
            return;
        }
        try {
            value = Settings.of(card, Map.of(parameter.name(), value)).values().get(parameter.name());
            problem.set("");
        } catch (SettingException e) {
            boolean number = value instanceof Number && !words.range(parameter).isEmpty();
            problem.set(number ? words.outside(parameter, text.get()) : words.notA(parameter, text.get()));
        }
    }

    /** The text as the kind's type; null if it is none. */
    private Object parsed() {
        String now = text.get();
        return switch (parameter.kind()) {
            case NUMBER -> NumberText.parse(now);
            case INTEGER -> {
                Double number = NumberText.parse(now);
                double most = parameter.maximum() == null ? Integer.MAX_VALUE : parameter.maximum();
                boolean whole = number != null
                        && number == Math.rint(number)
                        && Math.abs(number) <= Math.max(Integer.MAX_VALUE, most);
                yield !whole
                        ? null
                        : Math.abs(number) <= Integer.MAX_VALUE ? (Object) number.intValue() : number.longValue();
            }
            case FLAG -> now.equals("true") ? Boolean.TRUE : now.equals("false") ? Boolean.FALSE : null;
            case CHOICE -> parameter.choices().contains(now) ? now : null;
            case TEXT -> now;
        };
    }

    /** A value as a field holds it. */
    static String textOf(Object value) {
        return value instanceof Number number ? NumberText.of(number.doubleValue()) : String.valueOf(value);
    }
}
