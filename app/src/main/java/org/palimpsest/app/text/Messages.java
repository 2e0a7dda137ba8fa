package org.palimpsest.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one room, in the language the program was started in. Bundles are {@code messages/ROOM.properties} (English) and
 * {@code messages/ROOM_LANGUAGE.properties} in UTF-8; values are patterns of {@link MessageFormat}, so an apostrophe is written
 * twice.
 */
public final class Messages {
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static Locale language = Locale.ENGLISH;

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** Sets the language of bundles opened from now on; called once, before there is a window. */
    public static synchronized void speak(Locale locale) {
        language = locale;
    }

    /** The words of {@code room}. */
    public static synchronized Messages of(String room) {
        return new Messages(
                ResourceBundle.getBundle("org.palimpsest.resources.messages." + room, language, ENGLISH_OTHERWISE),
                language);
    }

    /**
     * A text with its places filled in.
     *
     * @throws java.util.MissingResourceException if no bundle has the key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Whether there is such a text, for keys made from ids of cards. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
