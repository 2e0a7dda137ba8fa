package org.palimpsest.app.text;

import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * The words of the things that a box offers. Such a box is chosen from and never typed into, so no text is ever read back.
 *
 * @param <T> what is chosen
 */
public final class ChoiceText<T> extends StringConverter<T> {
    private final String none;
    private final Function<? super T, String> words;

    private ChoiceText(String none, Function<? super T, String> words) {
        this.none = none;
        this.words = words;
    }

    /** The words for each thing; nothing while none is chosen. */
    public static <T> ChoiceText<T> of(Function<? super T, String> words) {
        return new ChoiceText<>("", words);
    }

    /** The words for each thing, and {@code none} while none is chosen. */
    public static <T> ChoiceText<T> of(String none, Function<? super T, String> words) {
        return new ChoiceText<>(none, words);
    }

    @Override
    public String toString(T value) {
        return value == null ? none : words.apply(value);
    }

    /** @throws UnsupportedOperationException always */
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("\"" + text + "\" was typed into a box that is only chosen from");
    }
}
